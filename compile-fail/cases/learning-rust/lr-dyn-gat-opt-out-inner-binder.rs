// It is meant for every lifetime. The grammar has no `for<'a>` there, and the parser, out of
// step, takes what follows for an expression and complains twice more.

trait Shape {
    type Side<'a>
    where
        Self: Sized;
}

fn look(shape: &u8) {
    let _shape: &dyn Shape<for<'a> Side<'a> = &'a u8> = shape;
}

fn main() {}
