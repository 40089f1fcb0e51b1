// A trait object carries one vtable, that of one trait. Auto traits may be added to it, since
// they have no methods; a second trait with methods of its own may not.

trait Read {}
trait Write {}

fn edit(_file: &(dyn Read + Write)) {}

fn main() {}
