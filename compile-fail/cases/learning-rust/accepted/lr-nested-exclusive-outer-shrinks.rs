// The outer lifetime says how long the place is on loan, and may shrink as ever. What may lie
// in the place, the inner one, stays as it is.
#![allow(dead_code)]

fn shrink<'long: 'middle, 'middle: 'short, 'short>(
    text: &'middle mut &'long mut str,
) -> &'short mut &'long mut str {
    text
}

fn main() {}
