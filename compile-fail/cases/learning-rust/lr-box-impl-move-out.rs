// `leave` takes its guest by value. Out of the box that is a `dyn Guest`, whose size nobody
// knows here, so the trait had to keep the method from its objects: `where Self: Sized`.

trait Guest {
    fn leave(self)
    where
        Self: Sized;
}

impl Guest for Box<dyn Guest + '_> {
    fn leave(self) {
        (*self).leave();
    }
}

fn main() {}
