// The caller's vector holds `'static` strings. Could it be taken for a vector of shorter ones,
// it would keep a reference to `local` when `local` is gone.

fn add(words: &mut Vec<&'static str>) {
    let local = String::from("short-lived");
    let shorter: &mut Vec<&str> = words;
    shorter.push(&local);
}

fn main() {}
