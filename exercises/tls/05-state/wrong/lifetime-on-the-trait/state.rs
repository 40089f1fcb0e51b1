pub trait State<'m, C: Context>: Send + Sync {
    fn handle(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<'m, C> + 'm>, C::Error>;

    fn into_owned(self: Box<Self>) -> Box<dyn State<'static, C>>;
}
