// A wildcard stands for a type, a lifetime or a constant, never for a trait. The parser says
// so, reads on as if `_` were a trait's name, and of course there is none called that.

fn main() {
    <String as _>::default();
}
