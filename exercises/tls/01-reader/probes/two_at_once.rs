use reader::frozen::ReaderMut;

fn main() {
    let mut bytes = [22, 3, 3, 0, 2];
    let mut reader = ReaderMut::new(&mut bytes);
    let content_type = reader.take(1);
    let version = reader.take(2);
    assert!(content_type.is_some() && version.is_some());
}
