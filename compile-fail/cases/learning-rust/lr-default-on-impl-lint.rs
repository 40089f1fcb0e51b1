// Nobody ever spells out the parameters of an impl header, so a default could never come into
// play. The same lint that watches functions denies it.

struct Wrapper<T>(T);

impl<T = String> Wrapper<T> {
    fn open(self) -> T {
        self.0
    }
}

fn main() {
    Wrapper(7).open();
}
