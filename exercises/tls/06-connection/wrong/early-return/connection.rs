use core::mem;

use crate::Fault;
use crate::process::advance;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let first = match self.core.receiver.next(&mut input) {
            Ok(Some(first)) => first,
            Ok(None) => return Ok(()),
            Err(error) => {
                let done = input.done();
                self.incoming.discard(done);
                self.core.state = Err(error.clone());
                return Err(error);
            }
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
