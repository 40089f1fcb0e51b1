impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let Self { cx, joined, .. } = self;
        let Some(message) = joined.message() else {
            return Ok(state.into_owned());
        };
        let next = state.handle(cx, message)?.into_owned();
        joined.clear();
        self.change_keys(aligned)?;
        Ok(next)
    }
}
