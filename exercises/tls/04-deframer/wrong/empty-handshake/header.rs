impl RecordHeader {
    pub fn from_bytes(bytes: [u8; HEADER_LENGTH]) -> Result<Self, InvalidRecord> {
        let [content_type, major, minor, high, low] = bytes;
        let header = Self {
            content_type: ContentType(content_type),
            version: u16::from_be_bytes([major, minor]),
            length: u16::from_be_bytes([high, low]),
        };
        let limit = match header.content_type {
            ContentType::APPLICATION_DATA => MAX_CIPHERTEXT,
            ContentType::CHANGE_CIPHER_SPEC | ContentType::ALERT | ContentType::HANDSHAKE => {
                MAX_PLAINTEXT
            }
            unknown => return Err(InvalidRecord::UnexpectedType(unknown)),
        };
        if major != 3 {
            return Err(InvalidRecord::IllegalVersion(header.version));
        }
        if usize::from(header.length) > limit {
            return Err(InvalidRecord::TooLong(header.length));
        }
        Ok(header)
    }
}
