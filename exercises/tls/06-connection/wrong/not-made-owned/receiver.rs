impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        if let Some(message) = self.joined.message() {
            let next = state.handle(&mut self.cx, message)?;
            self.change_keys(aligned)?;
            return Ok(next);
        }
        self.joined.clear();
        Ok(state.into_owned())
    }
}
