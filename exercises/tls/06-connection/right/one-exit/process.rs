impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        let end = 'end: {
            let first = match self.receiver.next(input) {
                Ok(Some(first)) => first,
                Ok(None) => return Ok(()),
                Err(error) => break 'end Err(error),
            };
            let state = match mem::replace(&mut self.state, Err(Fault::StateLost.into())) {
                Ok(state) => state,
                Err(error) => break 'end Err(error),
            };
            match advance(state, first, &mut self.receiver, input) {
                Ok(state) => Ok(state.into_owned()),
                Err(error) => Err(error),
            }
        };
        self.state = end;
        self.standing()
    }
}
