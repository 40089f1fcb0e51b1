//! Replaces each `.stderr` by what the compiler says today.
//!
//! `cargo run -p compile-fail-edition-2021 --example bless-edition-2021`, for a few cases with
//! `-- trybuild=lr-rpit` behind it. Then read every difference: this makes the
//! tests agree with the compiler, whether it is right or not.

use std::error::Error;

use compile_fail::bless;
use compile_fail::facts::Harness;

fn main() -> Result<(), Box<dyn Error>> {
    bless::run(Harness::Edition2021, |programs| {
        let tests = trybuild::TestCases::new();
        for program in programs {
            tests.compile_fail(program);
        }
    })
}
