use reader_mut::open_record;

fn main() {
    let mut record = [22, 3, 3, 0, 1, 42];
    if let Some(plaintext) = open_record(&mut record, |_, payload| Some(payload)) {
        plaintext[0] = 43;
    }
}
