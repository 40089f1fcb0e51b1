pub trait StateBody<C: Context>: Send + Sync + Sized {
    type Owned: StateBody<C> + 'static;

    fn handle<'m>(
        state: Box<[Self; 1]>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C>>, C::Error>
    where
        Self: 'm;

    fn into_owned(self) -> Self::Owned;
}

impl<C: Context, S: StateBody<C>> State<C> for [S; 1] {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C>>, C::Error>
    where
        Self: 'm,
    {
        S::handle(self, cx, message)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<C>> {
        let states: Vec<S> = (self as Box<[S]>).into_vec();
        let owned: Vec<S::Owned> = states.into_iter().map(S::into_owned).collect();
        match <Box<[S::Owned; 1]>>::try_from(owned) {
            Ok(state) => state,
            Err(_) => unreachable!("one state went in, so one came out"),
        }
    }
}
