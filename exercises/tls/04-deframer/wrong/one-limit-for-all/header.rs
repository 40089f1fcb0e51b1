impl RecordHeader {
    pub fn from_bytes(bytes: [u8; HEADER_LENGTH]) -> Result<Self, InvalidRecord> {
        let [content_type, major, minor, high, low] = bytes;
        let header = Self {
            content_type: ContentType(content_type),
            version: u16::from_be_bytes([major, minor]),
            length: u16::from_be_bytes([high, low]),
        };
        if !(20..=23).contains(&content_type) {
            return Err(InvalidRecord::UnexpectedType(header.content_type));
        }
        if major != 3 {
            return Err(InvalidRecord::IllegalVersion(header.version));
        }
        if usize::from(header.length) > MAX_CIPHERTEXT {
            return Err(InvalidRecord::TooLong(header.length));
        }
        if header.length == 0 && header.content_type != ContentType::APPLICATION_DATA {
            return Err(InvalidRecord::Empty(header.content_type));
        }
        Ok(header)
    }
}
