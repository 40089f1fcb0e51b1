impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let Some(message) = self.joined.message() else {
            return Ok(state.into_owned());
        };
        let next = self.process_msg(state, message, aligned)?.into_owned();
        self.joined.clear();
        Ok(next)
    }
}
