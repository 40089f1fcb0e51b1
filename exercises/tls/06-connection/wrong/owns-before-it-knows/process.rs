pub(crate) fn advance<'m, C: Endpoint>(
    mut state: Box<dyn State<C> + 'm>,
    first: Next<'m>,
    receiver: &mut Receiver<C>,
    input: &mut Input<'m>,
) -> Result<Box<dyn State<C> + 'm>, C::Error> {
    let mut message = first;
    loop {
        let aligned = input.is_aligned();
        state = match message {
            Next::Whole(message) => receiver.process_msg(state, message, aligned)?,
            Next::Joined => receiver.process_joined(state, aligned)?,
        };
        if aligned {
            state = state.into_owned();
        }
        match receiver.next(input)? {
            Some(next) => message = next,
            None => return Ok(state),
        }
    }
}
