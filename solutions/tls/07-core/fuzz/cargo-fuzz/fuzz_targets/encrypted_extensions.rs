#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tls_fuzz::targets::encrypted_extensions(data));
