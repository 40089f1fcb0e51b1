impl Payload<'_> {
    pub fn into_owned(self) -> Payload<'static> {
        Payload::Owned(self.to_vec())
    }
}
