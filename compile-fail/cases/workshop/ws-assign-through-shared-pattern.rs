// A pattern that looks through a shared reference hands out shared references to what is inside.
// A `&mut` that is reached through one of them cannot be written through.

struct Messages<'m> {
    used: Option<&'m mut usize>,
}

impl Messages<'_> {
    fn count(&mut self, length: usize) {
        if let Some(used) = &self.used {
            **used += length;
        }
    }
}

fn main() {
    let mut used = 0;
    let mut messages = Messages {
        used: Some(&mut used),
    };
    messages.count(4);
}
