pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    let mut borrowing = state;
    for message in messages {
        borrowing = borrowing.handle(cx, message)?;
    }
    Ok(borrowing.into_owned())
}
