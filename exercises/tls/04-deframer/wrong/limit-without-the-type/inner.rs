pub fn inner_plaintext(opened: &[u8]) -> Result<(ContentType, &[u8]), InvalidRecord> {
    if opened.len() > MAX_PLAINTEXT {
        return Err(InvalidRecord::PlaintextTooLong);
    }
    let end = opened
        .iter()
        .rposition(|&byte| byte != 0)
        .ok_or(InvalidRecord::NoContentType)?;
    let content_type = ContentType(opened[end]);
    let content = &opened[..end];
    match content_type {
        ContentType::ALERT | ContentType::HANDSHAKE if content.is_empty() => {
            Err(InvalidRecord::Empty(content_type))
        }
        ContentType::ALERT | ContentType::HANDSHAKE | ContentType::APPLICATION_DATA => {
            Ok((content_type, content))
        }
        unexpected => Err(InvalidRecord::UnexpectedType(unexpected)),
    }
}
