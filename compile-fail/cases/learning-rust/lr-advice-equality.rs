// The help proposes `'a: 'b`. A reference to a reference implies `'b: 'a` already, and the two
// together make one lifetime of both: look for a better way first.

fn inner<'a, 'b>(text: &'a mut &'b mut str) -> &'b str {
    text
}

fn main() {}
