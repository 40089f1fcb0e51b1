pub trait State<C: Context>: Send + Sync {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>;

    fn into_owned(self: Box<Self>) -> Box<dyn State<C>>;
}
