// Sound, and still refused: where the cache is empty there is nothing on loan. But a loan that
// some path returns to the caller counts on all paths.

struct Cache {
    cached: Option<String>,
}

impl Cache {
    fn get(&mut self) -> &mut String {
        if let Some(text) = &mut self.cached {
            return text;
        }
        self.cached.insert(String::new())
    }
}

fn main() {}
