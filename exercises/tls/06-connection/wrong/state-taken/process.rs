impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        let Some(first) = self.receiver.next(input).transpose() else {
            return Ok(());
        };
        let state = self.state.take()?;
        let end = first.and_then(|first| advance(state, first, &mut self.receiver, input));
        self.state = end.map(|state| state.into_owned());
        self.standing()
    }
}
