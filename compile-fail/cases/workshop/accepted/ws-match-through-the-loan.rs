// Whoever holds the exclusive loan may look, too: the match goes through the reference, and the
// state is assigned to through the same one.

enum State {
    Handshake,
    Traffic,
}

fn main() {
    let mut state = State::Handshake;
    let next = &mut state;
    match next {
        State::Handshake => *next = State::Traffic,
        State::Traffic => {}
    }
}
