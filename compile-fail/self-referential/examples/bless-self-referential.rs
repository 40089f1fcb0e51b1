//! Replaces each `.stderr` by what the compiler says today.
//!
//! `cargo run -p compile-fail-self-referential --example bless-self-referential`, for a few cases with
//! `-- trybuild=sr-zip` behind it. Then read every difference: this makes the
//! tests agree with the compiler, whether it is right or not.

use std::error::Error;

use compile_fail::bless;
use compile_fail::facts::Harness;

fn main() -> Result<(), Box<dyn Error>> {
    bless::run(Harness::SelfReferential, |programs| {
        let tests = trybuild::TestCases::new();
        for program in programs {
            tests.compile_fail(program);
        }
    })
}
