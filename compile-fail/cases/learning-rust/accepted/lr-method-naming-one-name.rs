// One name is as good as two: the loan that a call takes is shortened to what the result
// needs, so the page is free between the calls.

struct Page(String);

impl Page {
    fn text<'a>(&'a mut self) -> &'a mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    page.text().make_ascii_uppercase();
    println!("{}", page.text());
}
