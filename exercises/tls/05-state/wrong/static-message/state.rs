pub trait State<C: Context>: Send + Sync {
    fn handle(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'static>,
    ) -> Result<Box<dyn State<C>>, C::Error>;

    fn into_owned(self: Box<Self>) -> Box<dyn State<C>>;
}
