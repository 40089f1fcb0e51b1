impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let _ = aligned;
        let next = match self.joined.message() {
            Some(message) => state.handle(&mut self.cx, message)?.into_owned(),
            None => state.into_owned(),
        };
        self.joined.clear();
        self.change_keys(true)?;
        Ok(next)
    }
}
