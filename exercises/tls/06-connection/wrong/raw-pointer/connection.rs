impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        let incoming: *mut Incoming = &mut self.incoming;
        let mut input = unsafe { (*incoming).lend() };
        let result = self.core.process(&mut input);
        let done = input.done();
        self.incoming.discard(done);
        result
    }
}
