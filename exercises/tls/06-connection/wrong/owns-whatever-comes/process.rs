impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()));
        let end = state.and_then(|state| match self.receiver.next(input)? {
            Some(first) => advance(state, first, &mut self.receiver, input),
            None => Ok(state),
        });
        self.state = end.map(|state| state.into_owned());
        self.standing()
    }
}
