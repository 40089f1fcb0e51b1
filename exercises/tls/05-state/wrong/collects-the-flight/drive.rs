pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    let messages: Vec<_> = messages.into_iter().collect();
    let mut state: Box<dyn State<C> + 'm> = state;
    for message in messages {
        state = state.handle(cx, message)?;
    }
    Ok(state.into_owned())
}
