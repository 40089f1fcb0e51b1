impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let joined = mem::take(&mut self.joined);
        match joined.message() {
            Some(message) => Ok(self.process_msg(state, message, aligned)?.into_owned()),
            None => Ok(state.into_owned()),
        }
    }
}
