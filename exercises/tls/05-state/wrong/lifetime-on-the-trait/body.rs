pub trait StateBody<'m, C: Context>: Send + Sync + Sized {
    type Owned: StateBody<'static, C> + 'static;

    fn handle(
        state: Box<[Self; 1]>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<'m, C> + 'm>, C::Error>;

    fn into_owned(self) -> Self::Owned;
}

impl<'m, C: Context, S: StateBody<'m, C>> State<'m, C> for [S; 1] {
    fn handle(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<'m, C> + 'm>, C::Error> {
        S::handle(self, cx, message)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<'static, C>> {
        let states: Vec<S> = (self as Box<[S]>).into_vec();
        let owned: Vec<S::Owned> = states.into_iter().map(S::into_owned).collect();
        match <Box<[S::Owned; 1]>>::try_from(owned) {
            Ok(state) => state,
            Err(_) => unreachable!("one state went in, so one came out"),
        }
    }
}

pub fn boxed<'m, C: Context, S: StateBody<'m, C> + 'm>(state: S) -> Box<dyn State<'m, C> + 'm> {
    Box::new([state])
}
