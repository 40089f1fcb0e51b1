use std::borrow::Cow;

impl<'a> Payload<'a> {
    pub fn into_owned(self) -> Payload<'static> {
        Payload::Owned(Cow::from(self).into_owned())
    }
}

impl<'a> From<Payload<'a>> for Cow<'a, [u8]> {
    fn from(payload: Payload<'a>) -> Self {
        match payload {
            Payload::Borrowed(bytes) => Cow::Borrowed(bytes),
            Payload::Owned(bytes) => Cow::Owned(bytes),
        }
    }
}
