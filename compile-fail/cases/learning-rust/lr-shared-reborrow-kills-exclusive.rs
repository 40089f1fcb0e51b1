// `both` can reach `left` too, so taking it counts as a read of `left`. The exclusive reborrow
// of that field would have to be over.

#[derive(Debug)]
struct Pair {
    left: String,
    right: String,
}

impl Pair {
    fn look(&mut self) {
        let left = &mut self.left;
        let both = &*self;
        left.push('!');
        println!("{both:?}");
    }
}

fn main() {}
