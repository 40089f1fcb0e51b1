use super::*;

const SOURCE: &str = r#"//! Docs of the file.
use std::fmt;

/// A reader.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Takes.
    pub fn take(&mut self) -> &'a [u8] {
        self.0
    }
}

impl fmt::Debug for crate::Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl<S: Body> State for [S; 1] {
    const N: usize = 1;
}

trait State {
    fn handle(self);
}

mod m {
    fn f() {}
    impl Deep { fn g() {} }
}

macro_rules! int { () => {} }
int!();

#[cfg(test)]
mod tests {}
"#;

fn paths(items: &[Item]) -> Vec<&str> {
    let mut all = Vec::new();
    for item in items {
        all.push(item.path.as_str());
        all.extend(paths(&item.children));
    }
    all
}

#[test]
fn every_item_has_its_path() {
    let items = items(SOURCE).unwrap();
    assert_eq!(
        paths(&items),
        [
            "use",
            "Reader",
            "Reader",
            "Reader::take",
            "<Reader as Debug>",
            "<Reader as Debug>::fmt",
            "<[S;1] as State>",
            "<[S;1] as State>::N",
            "State",
            "State::handle",
            "m",
            "m::f",
            "m::Deep",
            "m::Deep::g",
            "int",
            "int!",
            "tests",
        ]
    );
    assert_eq!(items.last().unwrap().kind, Kind::TestOnly);
}

#[test]
fn ranges_hold_the_text_with_its_docs() {
    let items = items(SOURCE).unwrap();
    let reader = &items[1];
    assert_eq!(
        &SOURCE[reader.range.clone()],
        "/// A reader.\npub struct Reader<'a>(&'a [u8]);"
    );
    let take = &items[2].children[0];
    assert!(SOURCE[take.range.clone()].starts_with("/// Takes."));
    assert!(SOURCE[take.range.clone()].ends_with("self.0\n    }"));
    assert_eq!(SOURCE[items[2].header()].trim(), "impl<'a> Reader<'a>");
    assert_eq!(
        SOURCE[items[9 - 5].body.clone()].trim(),
        "const N: usize = 1;"
    );
}

#[test]
fn a_byte_order_mark_and_carriage_returns_shift_nothing() {
    let text = format!("\u{feff}{}", SOURCE.replace('\n', "\r\n"));
    let items = items(&text).unwrap();
    assert!(text[items[1].range.clone()].starts_with("/// A reader."));
    assert!(text[items[1].range.clone()].ends_with("[u8]);"));
}

#[test]
fn letters_beyond_ascii_shift_nothing() {
    let text = "/// Größe “ß”\nfn a() {}\nfn b() { let x = \"日本\"; }\nfn c() {}\n";
    let items = items(text).unwrap();
    assert_eq!(&text[items[2].range.clone()], "fn c() {}");
}

#[test]
fn docs_are_no_tokens_of_an_item() {
    let plain = items("#[inline]\nfn f() { g(); }").unwrap();
    let documented = items("/// F.\n#[inline]\n/// More.\nfn f() { //! In.\n g(); }").unwrap();
    assert_eq!(plain[0].tokens, documented[0].tokens);
    let different = items("fn f() { g(); }").unwrap();
    assert_ne!(plain[0].tokens, different[0].tokens);
}
