use crate::incoming::Input;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let result = self.inner(&mut input);
        let done = input.done();
        self.incoming.discard(done);
        result
    }

    fn inner(&mut self, input: &mut Input<'_>) -> Result<(), C::Error> {
        self.core.process(input)
    }
}
