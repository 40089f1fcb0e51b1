impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        if let Some(first) = self.receiver.next(input)? {
            let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()))?;
            let end = advance(state, first, &mut self.receiver, input);
            self.state = end.map(|state| state.into_owned());
        }
        self.standing()
    }
}
