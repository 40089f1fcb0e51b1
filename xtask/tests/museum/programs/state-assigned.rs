// no code p3-store-state-without-into-owned

pub trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Result<Box<dyn State + 'm>, u8>
    where
        Self: 'm;
}

pub struct Core {
    state: Result<Box<dyn State>, u8>,
}

impl Core {
    pub fn process<'m>(&mut self, message: &'m [u8]) -> Result<(), u8> {
        let state = std::mem::replace(&mut self.state, Err(0))?;
        self.state = state.handle(message);
        Ok(())
    }
}
