use core::mem;

use crate::Fault;
use crate::process::advance;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        let mut input = self.incoming.lend();
        let Some(first) = self.core.receiver.next(&mut input)? else {
            return Ok(());
        };
        let state = mem::replace(&mut self.core.state, Err(Fault::StateLost.into()))?;
        let result = advance(state, first, &mut self.core.receiver, &mut input);
        let state = match result {
            Ok(state) => state,
            Err(error) => {
                self.core.state = Err(error.clone());
                let done = input.done();
                self.incoming.discard(done);
                return Err(error);
            }
        };
        self.core.state = Ok(state.into_owned());
        let done = input.done();
        self.incoming.discard(done);
        Ok(())
    }
}
