use core::mem;

use crate::Fault;
use crate::process::advance;

impl<C: Endpoint> Connection<C> {
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let result = match self.core.receiver.next(&mut input) {
            Ok(None) => {
                let done = input.done();
                self.incoming.discard(done);
                return Ok(());
            }
            Ok(Some(first)) => {
                match mem::replace(&mut self.core.state, Err(Fault::StateLost.into())) {
                    Ok(state) => match advance(state, first, &mut self.core.receiver, &mut input) {
                        Ok(state) => Ok(state.into_owned()),
                        Err(error) => Err(error),
                    },
                    Err(error) => Err(error),
                }
            }
            Err(error) => Err(error),
        };
        self.core.state = result;
        let done = input.done();
        self.incoming.discard(done);
        self.core.standing()
    }
}
