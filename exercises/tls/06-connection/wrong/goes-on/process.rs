impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        if let Some(first) = self.receiver.next(input).transpose() {
            let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()));
            let end = state.and_then(|state| advance(state, first?, &mut self.receiver, input));
            self.state = end.map(|state| state.into_owned());
        }
        self.standing()
    }
}
