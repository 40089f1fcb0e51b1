//! Every target, on its seeds and on inputs made from them: the same ones every time.

use std::fs;
use std::path::Path;

use tls_fuzz::{TARGETS, runner};

/// Runs a target, and keeps the input that it panics with.
fn run(name: &str, runs: usize) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = target.expect("a target of that name");
    let found = runner::search(target, runs, 1).expect("the seeds");
    if let Some(found) = found {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.bin"));
        fs::write(&path, &found.input).expect("the input is kept");
        panic!(
            "run {} of {name} has failed, as said above. Again with:\n    \
             cargo run -p tls-fuzz --example fuzz -- {name} {}\n",
            found.run,
            path.display()
        );
    }
}

macro_rules! run {
    ($($name:ident $runs:literal,)*) => {
        $(
            #[test]
            fn $name() {
                run(stringify!($name), $runs);
            }
        )*

        #[test]
        fn none_is_left_out() {
            let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(names, [$(stringify!($name)),*]);
        }
    };
}

// As many as take a quarter of a minute together on one core, unoptimised.
run! {
    deframer 5000,
    client_hello 20000,
    server_hello 20000,
    encrypted_extensions 20000,
    certificate_request 20000,
    certificate 20000,
    certificate_verify 20000,
    finished 5000,
    new_session_ticket 20000,
    key_update 5000,
    alert 5000,
    client 2000,
    server 2000,
    handshake 500,
}
