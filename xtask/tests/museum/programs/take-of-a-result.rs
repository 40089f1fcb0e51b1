// E0277 p1-mem-take-needs-default

use std::mem;

pub trait State {}

pub struct Core {
    state: Result<Box<dyn State>, u8>,
}

impl Core {
    pub fn process(&mut self) -> Result<(), u8> {
        let state = mem::take(&mut self.state)?;
        self.state = Ok(state);
        Ok(())
    }
}
