impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let result = self.core.process(&mut input);
        let done = input.done();
        match result {
            Ok(()) => self.incoming.discard(done),
            Err(_) => self.incoming = Incoming::default(),
        }
        result
    }
}
