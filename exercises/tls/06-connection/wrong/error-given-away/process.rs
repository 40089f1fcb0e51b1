impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()))?;
        let first = match self.receiver.next(input) {
            Ok(Some(first)) => first,
            Ok(None) => {
                self.state = Ok(state);
                return Ok(());
            }
            Err(error) => {
                self.state = Err(error.clone());
                return Err(error);
            }
        };
        let end = advance(state, first, &mut self.receiver, input);
        self.state = end.map(|state| state.into_owned());
        self.standing()
    }
}
