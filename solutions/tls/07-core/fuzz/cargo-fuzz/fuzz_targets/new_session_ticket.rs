#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| tls_fuzz::targets::new_session_ticket(data));
