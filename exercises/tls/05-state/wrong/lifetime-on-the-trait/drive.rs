pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<'m, C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<'static, C>>, C::Error> {
    let mut state: Box<dyn State<'m, C> + 'm> = state;
    for message in messages {
        state = state.handle(cx, message)?;
    }
    Ok(state.into_owned())
}
