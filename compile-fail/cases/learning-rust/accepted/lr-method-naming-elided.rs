// Nothing named: elision gives the result the lifetime of the receiver, which is exactly what
// one name says.

struct Page(String);

impl Page {
    fn text(&mut self) -> &mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    page.text().make_ascii_uppercase();
    println!("{}", page.text());
}
