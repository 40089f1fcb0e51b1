pub fn run_flight<'m, C: Context>(
    state: Box<dyn State<C>>,
    cx: &mut C,
    messages: impl IntoIterator<Item = Message<'m>>,
) -> Result<Box<dyn State<C>>, C::Error> {
    messages
        .into_iter()
        .try_fold(state, |state, message| state.handle(cx, message))
        .map(|state| state.into_owned())
}
