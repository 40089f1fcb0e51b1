impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let Some(message) = self.joined.message() else {
            return Ok(state.into_owned());
        };
        let next = state.handle(&mut self.cx, message)?;
        self.joined.clear();
        self.change_keys(aligned)?;
        Ok(next.into_owned())
    }
}
