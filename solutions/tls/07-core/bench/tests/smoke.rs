//! A small run of everything, and what must hold in each: the counts, never the speeds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tls_bench::{Credentials, Wire, instructions, library, records};

const BENCHMARK: &str = env!("CARGO_BIN_EXE_tls-bench");

#[test]
fn a_quick_run_measures_every_library() {
    let json = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("smoke.json");
    let output = Command::new(BENCHMARK)
        .args(["--quick", "--no-instructions", "--json"])
        .arg(&json)
        .output()
        .expect("the benchmark runs");
    assert!(output.status.success(), "{output:?}");
    let tables = String::from_utf8(output.stdout).expect("text");
    assert!(tables.contains("| AEAD alone"), "{tables}");

    let report: Value =
        serde_json::from_slice(&fs::read(json).expect("the file")).expect("valid JSON");
    let libraries = report["libraries"].as_array().expect("a list");
    assert_eq!(libraries.len(), 6);
    for library in libraries {
        assert!(tables.contains(library["library"].as_str().expect("a name")));
    }
    let [ours, unbuffered, rustls, rustls_unbuffered] = [0, 1, 2, 3].map(|at| &libraries[at]);
    for (ours, theirs) in [(ours, rustls), (unbuffered, rustls_unbuffered)] {
        allocates_less_in_handshakes(ours, theirs);
        allocates_nothing_for_records(ours);
        holds_no_more_when_idle(ours, theirs);
    }
}

fn allocates_less_in_handshakes(ours: &Value, theirs: &Value) {
    for side in ["client", "server"] {
        for kind in ["full", "full_with_tickets", "resumed"] {
            for unit in ["count", "bytes"] {
                let figure = |of: &Value| of[side][kind][unit].as_f64().expect("a number");
                let (ours, theirs) = (figure(ours), figure(theirs));
                assert!(
                    ours > 0.0 && ours < theirs,
                    "{side} {kind} {unit}: {ours} and {theirs}"
                );
            }
        }
    }
}

fn allocates_nothing_for_records(ours: &Value) {
    for records in ours["records"].as_array().expect("a list") {
        for side in ["sent", "received"] {
            let allocations = &records["allocations"][side];
            assert_eq!(allocations["count"], 0.0, "{records}");
            assert_eq!(allocations["bytes"], 0.0, "{records}");
        }
    }
}

fn holds_no_more_when_idle(ours: &Value, theirs: &Value) {
    for side in ["client", "server"] {
        let figure = |of: &Value, when: &str| of[side]["idle"][when].as_i64().expect("a number");
        let all = ["after_handshake", "after_responses", "released"];
        for when in all {
            let (ours, theirs) = (figure(ours, when), figure(theirs, when));
            assert!(
                ours > 0 && ours <= theirs,
                "{side} {when}: {ours} and {theirs}"
            );
        }
        let [fresh, talking, released] = all.map(|when| figure(ours, when));
        assert!(fresh <= talking && released == fresh, "{side}: {ours}");
    }
}

#[test]
fn data_of_every_size_becomes_one_record() {
    let credentials = Credentials::generate();
    for entry in library::all() {
        let mut channel = (entry.channel)(&credentials);
        for size in records::SIZES {
            let mut wire = Wire::default();
            channel.seal(&vec![0; size], &mut wire);
            let [_, _, _, high, low] = *wire.records().first_chunk().expect("a header");
            let length = usize::from(u16::from_be_bytes([high, low]));
            assert_eq!(wire.records().len(), 5 + length, "{} {size}", entry.name);
            assert_eq!(channel.open(wire.records()), size);
        }
    }
}

#[test]
fn callgrind_counts_the_same_each_time() {
    if !instructions::is_available() {
        println!("skipped: valgrind is not installed");
        return;
    }
    let count = |records| {
        instructions::measure(Path::new(BENCHMARK), "AEAD alone", 64, records).expect("a count")
    };
    let (few, many) = (count(10), count(100));
    // Apart from what surrounds the loop, a record takes what a record takes.
    assert!((few.sent - many.sent).abs() < 50.0, "{few:?} {many:?}");
    assert!(
        (few.received - many.received).abs() < 50.0,
        "{few:?} {many:?}"
    );
    assert!(many.sent > 100.0 && many.received > 100.0, "{many:?}");
}

#[test]
fn it_says_what_is_wrong() {
    let output = Command::new(BENCHMARK)
        .args(["under-valgrind", "nothing", "seal", "1", "1"])
        .output()
        .expect("the benchmark runs");
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).expect("text");
    assert!(message.contains("there is no `nothing`"), "{message}");
}
