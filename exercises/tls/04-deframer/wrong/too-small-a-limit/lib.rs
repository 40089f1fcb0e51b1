pub const MAX_BUFFER: usize = MAX_CIPHERTEXT;
