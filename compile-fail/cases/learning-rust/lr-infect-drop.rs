// No line uses the log after `text.push`. But it is dropped at the end, its destructor may
// look at what it borrows, and by the bound that keeps the text on loan.

struct Log<'a>(&'a str);

impl Drop for Log<'_> {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn fill<'log, 'text: 'log>(log: &mut Log<'log>, text: &'text mut String) {
    text.push_str(log.0);
}

fn main() {
    let mut text = String::new();
    let mut log = Log("borrow");
    fill(&mut log, &mut text);
    text.push('!');
}
