use core::mem;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        let mut incoming = mem::take(&mut self.incoming);
        let mut input = incoming.lend();
        self.core.process(&mut input)?;
        let done = input.done();
        incoming.discard(done);
        self.incoming = incoming;
        Ok(())
    }
}
