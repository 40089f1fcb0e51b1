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
        let states: Box<[S]> = self;
        let owned: Box<[S::Owned]> = states.into_iter().map(S::into_owned).collect();
        match <Box<[S::Owned; 1]>>::try_from(owned) {
            Ok(state) => state,
            Err(_) => unreachable!("one state went in, so one came out"),
        }
    }
}
