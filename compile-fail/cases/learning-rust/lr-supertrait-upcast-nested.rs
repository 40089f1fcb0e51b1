// `dyn Polygon` is no subtype of `dyn Shape`: their vtables differ, and so a pointer has to be
// converted. The pointers in a vector are not.

trait Shape {}

trait Polygon: Shape {}

fn upcast(polygons: Vec<Box<dyn Polygon>>) -> Vec<Box<dyn Shape>> {
    polygons
}

fn main() {}
