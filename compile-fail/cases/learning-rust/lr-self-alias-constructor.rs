// As a constructor, too, `Self` is `Label<'a>`, with the impl's own `'a`. The help would change
// the signature, and with it every caller, where one word in the body will do.

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn print(text: &str) {
        let label = Self { text };
        println!("{}", label.text);
    }
}

fn main() {}
