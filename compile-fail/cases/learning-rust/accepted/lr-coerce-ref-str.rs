// One reference more, and what is erased is `&str`. That has a size, and a reference to what
// can be displayed can be displayed, too.

fn main() {
    let text = "loan";
    let _shown: &dyn std::fmt::Display = &text;
}
