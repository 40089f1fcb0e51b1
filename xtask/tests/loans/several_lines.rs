//! A place that goes over several lines, behind a tab.

fn main() {
    let mut bytes = [1, 2, 3];
    let kept = &bytes[0];
	bytes[1] = u8::max(
        2,
        3,
    );
    println!("{kept}");
}
