//! The conflict and the later use stand above the loan: the loop comes round to them.

fn main() {
    let mut byte = 1;
    let mut kept = None;
    for _ in 0..2 {
        byte += 1;
        if let Some(old) = kept {
            println!("{old}");
        }
        kept = Some(&byte);
    }
}
