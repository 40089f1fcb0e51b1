impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        let Some(first) = self.receiver.next(input).transpose() else {
            return Ok(());
        };
        let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()))?;
        let state = advance(state, first?, &mut self.receiver, input)?;
        self.state = Ok(state.into_owned());
        Ok(())
    }
}
