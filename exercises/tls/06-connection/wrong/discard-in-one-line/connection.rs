impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let result = self.core.process(&mut input);
        self.incoming.discard(input.done());
        result
    }
}
