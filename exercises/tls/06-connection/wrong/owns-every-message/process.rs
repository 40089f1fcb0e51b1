pub(crate) fn advance<'m, C: Endpoint>(
    mut state: Box<dyn State<C> + 'm>,
    first: Next<'m>,
    receiver: &mut Receiver<C>,
    input: &mut Input<'m>,
) -> Result<Box<dyn State<C> + 'm>, C::Error> {
    let mut next = Some(first);
    while let Some(message) = next {
        let aligned = input.is_aligned();
        state = match message {
            Next::Whole(message) => receiver.process_msg(state, message, aligned)?,
            Next::Joined => receiver.process_joined(state, aligned)?,
        }
        .into_owned();
        next = receiver.next(input)?;
    }
    Ok(state)
}
