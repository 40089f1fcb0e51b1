impl<C: Endpoint> Core<C> {
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        self.standing()?;
        if let Some(first) = self.receiver.next(input).transpose() {
            let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()));
            self.state = state.and_then(|state| advance(state, first?, &mut self.receiver, input));
        }
        self.standing()
    }
}

pub(crate) fn advance<'m, C: Endpoint>(
    state: Box<dyn State<C>>,
    first: Next<'m>,
    receiver: &mut Receiver<C>,
    input: &mut Input<'m>,
) -> Result<Box<dyn State<C>>, C::Error> {
    let mut state: Box<dyn State<C> + 'm> = state;
    let mut next = Some(first);
    while let Some(message) = next {
        let aligned = input.is_aligned();
        state = match message {
            Next::Whole(message) => receiver.process_msg(state, message, aligned)?,
            Next::Joined => receiver.process_joined(state, aligned)?,
        };
        next = receiver.next(input)?;
    }
    Ok(state.into_owned())
}
