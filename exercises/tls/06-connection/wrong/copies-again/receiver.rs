impl<C: Endpoint> Receiver<C> {
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let Some(Message { typ, body }) = self.joined.message() else {
            return Ok(state.into_owned());
        };
        let body = body.to_vec();
        self.joined.clear();
        let message = Message { typ, body: &body };
        let next = self.process_msg(state, message, aligned)?;
        Ok(next.into_owned())
    }
}
