use core::mem;

use crate::Fault;
use crate::process::advance;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let Some(first) = self.core.receiver.next(&mut input)? else {
            let done = input.done();
            self.incoming.discard(done);
            return Ok(());
        };
        let state = mem::replace(&mut self.core.state, Err(Fault::StateLost.into()))?;
        self.core.state = match advance(state, first, &mut self.core.receiver, &mut input) {
            Ok(state) => Ok(state.into_owned()),
            Err(error) => Err(error),
        };
        let done = input.done();
        self.incoming.discard(done);
        self.core.standing()
    }
}
