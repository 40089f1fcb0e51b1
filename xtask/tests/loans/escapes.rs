//! Borrowed data leaves the function.

pub fn start(name: &str) {
    std::thread::spawn(move || println!("{name}"));
}
