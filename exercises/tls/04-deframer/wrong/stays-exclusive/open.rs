#[derive(Debug, PartialEq, Eq)]
pub struct Record<'a> {
    pub content_type: ContentType,
    pub payload: &'a mut [u8],
}
