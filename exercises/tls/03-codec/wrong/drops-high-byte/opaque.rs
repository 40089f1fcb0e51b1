pub(crate) fn read_length(ceiling: usize, r: &mut Reader<'_>) -> Result<usize, InvalidMessage> {
    if ceiling > 0xffff {
        u8::read(r)?;
    }
    if ceiling > 0xff {
        u16::read(r).map(usize::from)
    } else {
        u8::read(r).map(usize::from)
    }
}
