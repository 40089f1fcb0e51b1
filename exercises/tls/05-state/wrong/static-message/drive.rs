pub fn run_flight<C: Context>(
    mut state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'static>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    for message in messages {
        state = state.handle(cx, message)?.into_owned();
    }
    Ok(state)
}
