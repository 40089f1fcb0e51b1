// What is not returned is on loan no longer than it is used. On the path where nothing was
// found there is no use, and no loan.
#![allow(dead_code)]

struct Cache {
    cached: Option<String>,
}

impl Cache {
    fn extend(&mut self) {
        if let Some(text) = &mut self.cached {
            text.push('!');
            return;
        }
        self.cached = Some(String::new());
    }
}

fn main() {}
