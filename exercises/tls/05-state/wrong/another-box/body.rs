impl<C: Context, S: StateBody<C>> State<C> for [S; 1] {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>
    where
        Self: 'm,
    {
        S::handle(self, cx, message)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<C>> {
        let [state] = *self;
        Box::new([state.into_owned()])
    }
}
