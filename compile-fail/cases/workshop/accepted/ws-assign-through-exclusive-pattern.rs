// A pattern that looks through `&mut` hands out exclusive references, and what is reached through
// them may be changed.

struct Messages<'m> {
    used: Option<&'m mut usize>,
}

impl Messages<'_> {
    fn count(&mut self, length: usize) {
        if let Some(used) = &mut self.used {
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
