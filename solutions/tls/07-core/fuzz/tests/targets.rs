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

/// Each is one of libFuzzer's, too.
#[test]
fn every_target_has_an_executable() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cargo-fuzz");
    let mut names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    names.sort_unstable();

    let mut found = Vec::new();
    for file in fs::read_dir(folder.join("fuzz_targets")).expect("the folder") {
        let path = file.expect("a file").path();
        let name = path.file_stem().expect("a name").to_str().expect("UTF-8");
        let source = fs::read_to_string(&path).expect("a source");
        assert!(
            source.contains(&format!("tls_fuzz::targets::{name}(data)")),
            "{name} runs another target"
        );
        found.push(name.to_owned());
    }
    found.sort_unstable();
    assert_eq!(found, names);

    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("the manifest");
    let mut built: Vec<_> = manifest
        .lines()
        .filter_map(|line| {
            line.strip_prefix("path = \"fuzz_targets/")?
                .strip_suffix(".rs\"")
        })
        .collect();
    built.sort_unstable();
    assert_eq!(built, names);
}
