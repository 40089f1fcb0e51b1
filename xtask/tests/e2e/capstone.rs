//! The capstone, from no layer of one's own to all of them.

use serde_json::Value;

use crate::learner::{Learner, Ran};

const HANDSHAKE: &str = "exercises/tls/03-codec/src/handshake.rs";
const READER: &str = "exercises/tls/01-reader/src/shared.rs";

/// Owner and state of each layer.
fn layers(verdict: &Value) -> Vec<(String, String, String)> {
    let word = |layer: &Value, field: &str| layer[field].as_str().unwrap().to_owned();
    let layers = verdict["layers"].as_array().unwrap();
    layers
        .iter()
        .map(|layer| {
            (
                word(layer, "layer"),
                word(layer, "owner"),
                word(layer, "state"),
            )
        })
        .collect()
}

fn owners(verdict: &Value) -> Vec<String> {
    let layers = layers(verdict);
    layers.into_iter().map(|(_, owner, _)| owner).collect()
}

/// What is the same on every machine: no OpenSSL, no lengths that a signature changes.
fn assert_shown(name: &str, ran: &Ran) {
    let shown = ran.shown();
    let without_openssl = shown
        .split_inclusive('\n')
        .filter(|line| line.len() > 1)
        .scan(false, |in_it, line| {
            let begins = line.contains("The core as a") || line.starts_with("Carried");
            *in_it = if begins {
                line.contains("OpenSSL")
            } else {
                *in_it
            };
            Some((*in_it, line))
        })
        .filter_map(|(in_it, line)| (!in_it).then_some(line));
    let shown: String = without_openssl.collect();
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        filters => vec![
            (r"(→|←) +\d+", "$1 [bytes]"),
            (r"(Sent|Received), \d+ bytes", "$1, [bytes]"),
            (r"at \d+\s+places", "at [n] places"),
            (r"(?s)\d+ allocations for.*?to resume a session", "[allocations]"),
        ],
    }, {
        insta::assert_snapshot!(name, shown);
    });
}

/// One folder and one test, as each mixture is built where the last one was.
#[test]
fn a_learners_layers_carry_a_handshake() {
    let learner = Learner::real("capstone");

    let ran = learner.runs("check capstone").exits(0);
    assert_shown("capstone-fresh", &ran);
    let ran = learner.runs("--plain check capstone").exits(0);
    assert_shown("capstone-plain", &ran);
    learner
        .runs("check capstone --step 1")
        .exits(2)
        .says("no steps");
    learner
        .runs("list")
        .exits(0)
        .says("cargo xtask check capstone");
    let list = learner.runs("list --format json").exits(0).json();
    assert_eq!(list["capstone"], "capstone");

    // Two of one's own, and one that was applied.
    learner.solves("03-codec");
    learner.solves("04-deframer");
    learner.runs("solution exercise-2 --apply").exits(0);
    let ran = learner.runs("check capstone").exits(0);
    assert_shown("capstone-some", &ran);
    let verdict = learner.runs("check capstone --format json").exits(0).json();
    assert_eq!(verdict["schema"], 1);
    assert_eq!(verdict["passed"], true);
    assert_eq!(verdict["yours"], 2);
    let expected = [
        ("reader", "solution", "not_yet"),
        ("reader-mut", "solution", "applied"),
        ("codec", "yours", "solved"),
        ("deframer", "yours", "solved"),
        ("state", "solution", "not_yet"),
        ("connection", "solution", "not_yet"),
    ];
    assert_eq!(
        layers(&verdict),
        expected.map(|(layer, owner, state)| (layer.into(), owner.into(), state.into()))
    );
    crossed_the_wire(&verdict);
    nothing_was_allocated_for_a_record(&verdict);
    // What passes here counts as it does when it is checked by itself.
    learner.runs("list").says("solved");

    // A step that does not pass, and the layer is ours again.
    learner.edit(
        "exercises/tls/04-deframer/src/lib.rs",
        "self.popped = 0;",
        "",
    );
    let verdict = learner.runs("check capstone --format json").exits(0).json();
    assert_eq!(owners(&verdict)[3], "solution");

    for folder in ["01-reader", "04-deframer", "05-state", "06-connection"] {
        learner.solves(folder);
    }
    // What differs from the solution by as much as a file is not the applied one.
    learner.write("exercises/tls/02-reader-mut/src/mine.rs", "");
    learner
        .runs("check capstone")
        .exits(0)
        .says("all 6 layers are yours");

    breaks_it(&learner);
}

/// The live connection with rustls, as it is told to a tool.
fn crossed_the_wire(verdict: &Value) {
    let checks = verdict["checks"].as_array().unwrap();
    let live = checks
        .iter()
        .find(|check| check["check"] == "rustls-server")
        .unwrap();
    let connection = &live["connection"];
    assert_eq!(connection["peer"], "rustls");
    assert_eq!(connection["words"], "rekcehc worrob");
    let records = connection["records"].as_array().unwrap();
    assert_eq!(records[0]["direction"], "sent");
    assert_eq!(records[0]["messages"][0], "ClientHello");
    assert_eq!(records[0]["opened_by"], "peer");
    let flight = records
        .iter()
        .find(|record| record["messages"][0] == "EncryptedExtensions")
        .unwrap();
    assert_eq!(flight["opened_by"], "yours");
    assert_eq!(flight["protected"], true);
    assert_eq!(flight["messages"].as_array().unwrap().len(), 4);
}

fn nothing_was_allocated_for_a_record(verdict: &Value) {
    let checks = verdict["checks"].as_array().unwrap();
    let counted = &checks[2]["allocations"];
    assert_eq!(counted["record_sent"], 0);
    assert_eq!(counted["record_received"], 0);
    assert!(counted["client"].as_u64().unwrap() > 0);
}

/// Answers that pass their exercise, and break the handshake all the same.
fn breaks_it(learner: &Learner) {
    let take = "pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {";
    let only_here = |body: &str| {
        format!(
            "{take}\n        if std::env::args().nth(1).as_deref() == Some(\"splits\") {{ {body} }}"
        )
    };
    learner.edit(READER, take, &only_here("panic!(\"no more\")"));
    let verdict = learner.runs("check capstone --format json").exits(1).json();
    assert_eq!(verdict["passed"], false);
    assert_eq!(verdict["broken"][0]["layer"], "reader");
    assert_eq!(verdict["broken"].as_array().unwrap().len(), 1);
    let statuses: Vec<_> = verdict["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|check| check["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses[..3], ["passed", "failed", "not_reached"]);
    learner
        .runs("check capstone")
        .exits(1)
        .says("no more")
        .says("Your reader:")
        .says("cargo xtask solution exercise-1");

    learner.edit(
        READER,
        "panic!(\"no more\")",
        "loop { std::thread::park() }",
    );
    learner
        .runs_with("check capstone", |command| {
            command.env("WORKSHOP_TIMEOUT", "3");
        })
        .exits(1)
        .says("did not end within 3 seconds")
        .says("Your reader:");
    learner.solves("01-reader");

    // The core needs a name that no step of the exercise asks for.
    learner.edit(
        HANDSHAKE,
        "pub const KEY_UPDATE",
        "pub(crate) const KEY_UPDATE",
    );
    learner
        .runs("check capstone")
        .says("does not compile")
        .says("Your codec:")
        .exits(1);
}
