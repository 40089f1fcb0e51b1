// E0596 ws-borrow-without-mut
pub fn first(bytes: &mut Vec<u8>) {
    let copy = bytes.clone();
    let all = &mut copy;
    all.push(1);
}
