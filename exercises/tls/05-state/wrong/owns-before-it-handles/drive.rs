pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    let mut state: Box<dyn State<C> + 'm> = state;
    for message in messages {
        state = state.into_owned().handle(cx, message)?;
    }
    Ok(state.into_owned())
}
