// Who holds a `&mut &'long mut str` may put another reference in. Seen as a place for shorter
// ones it would take one that its owner still relies on for `'long`. So `'long` stays exact.

fn shrink<'long: 'middle, 'middle: 'short, 'short>(
    text: &'middle mut &'long mut str,
) -> &'short mut &'short mut str {
    text
}

fn main() {}
