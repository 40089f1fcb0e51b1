impl Payload<'_> {
    pub fn into_owned(self) -> Payload<'static> {
        match self {
            Self::Borrowed(bytes) => Payload::Borrowed(bytes.to_vec().leak()),
            Self::Owned(bytes) => Payload::Owned(bytes),
        }
    }
}
