pub fn run_flight<'m, C: Context>(
    mut state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    for message in messages {
        state = state.handle(cx, message)?.into_owned();
    }
    Ok(state)
}
