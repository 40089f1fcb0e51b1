pub fn inner_plaintext(opened: &[u8]) -> Result<(ContentType, &[u8]), InvalidRecord> {
    if opened.len() > MAX_PLAINTEXT + 1 {
        return Err(InvalidRecord::PlaintextTooLong);
    }
    let Some((&last, content)) = opened.split_last() else {
        return Err(InvalidRecord::NoContentType);
    };
    let content_type = ContentType(last);
    match content_type {
        ContentType(0) => Err(InvalidRecord::NoContentType),
        ContentType::ALERT | ContentType::HANDSHAKE if content.is_empty() => {
            Err(InvalidRecord::Empty(content_type))
        }
        ContentType::ALERT | ContentType::HANDSHAKE | ContentType::APPLICATION_DATA => {
            Ok((content_type, content))
        }
        unexpected => Err(InvalidRecord::UnexpectedType(unexpected)),
    }
}
