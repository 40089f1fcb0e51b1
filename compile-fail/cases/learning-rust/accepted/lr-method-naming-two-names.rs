// Two names and a bound between them, to say that the result may be on loan for less long than
// the page. That goes without saying, so the extra name allows nothing more.

struct Page(String);

impl Page {
    fn text<'long: 'short, 'short>(&'long mut self) -> &'short mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    page.text().make_ascii_uppercase();
    println!("{}", page.text());
}
