// A `&str` is wide already: it carries a length. As a trait object it would have to carry a
// vtable as well, and there is room for one of them only.

fn main() {
    let text = "loan";
    let _shown: &dyn std::fmt::Display = text;
}
