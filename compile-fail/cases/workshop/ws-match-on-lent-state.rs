// To choose an arm is to look at the value. While `next` may still change the state, no arm can
// be chosen.

enum State {
    Handshake,
    Traffic,
}

fn main() {
    let mut state = State::Handshake;
    let next = &mut state;
    match state {
        State::Handshake => *next = State::Traffic,
        State::Traffic => {}
    }
}
