//! The capstone, from no layer of one's own to all of them.

mod carried;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::learner::{Learner, Ran};

const READER: &str = "exercises/tls/01-reader/src/shared.rs";
const HANDSHAKE: &str = "exercises/tls/03-codec/src/handshake.rs";
const OPAQUE: &str = "exercises/tls/03-codec/src/opaque.rs";
const DEFRAMER: &str = "exercises/tls/04-deframer/src/lib.rs";
const PAYLOAD: &str = "exercises/tls/05-state/src/payload.rs";
const JOINED: &str = "exercises/tls/06-connection/src/joined.rs";
const RECEIVER: &str = "exercises/tls/06-connection/src/receiver.rs";

/// One folder and one test, as each mixture is built where the last one was.
#[test]
fn a_learners_layers_carry_a_handshake() {
    let learner = Learner::real("capstone");
    carried::is_as_the_book_says(&learner);
    of_nobodys_layers(&learner);
    of_some_layers(&learner);
    of_a_layer_that_breaks_it(&learner);
    of_layers_that_break_it_together(&learner);
    of_layers_that_lose_what_spans_records(&learner);
    of_all_layers(&learner);
}

fn of_nobodys_layers(learner: &Learner) {
    judged(learner, 0);
    let ran = check(learner, "check capstone", without_openssl).exits(0);
    assert_shown("capstone-fresh", &ran);
    let ran = check(learner, "--plain check capstone", without_openssl).exits(0);
    assert_shown("capstone-plain", &ran);

    learner
        .runs("check capstone --step 1")
        .exits(2)
        .says("no steps");
    learner
        .runs("hint capstone")
        .exits(2)
        .says("cargo xtask check capstone");
    learner
        .runs("check capston")
        .exits(2)
        .says("did you mean `capstone`?");
    learner
        .runs("list")
        .exits(0)
        .says("cargo xtask check capstone");
    let list = learner.runs("list --format json").exits(0).json();
    assert_eq!(list["capstone"], "capstone");
}

/// Two of one's own, and one that was applied.
fn of_some_layers(learner: &Learner) {
    learner.solves("03-codec");
    learner.solves("04-deframer");
    learner.runs("solution exercise-2 --apply").exits(0);
    // More words than a pipe is read to, and no line ends behind the last of them.
    let talk = "print!(\"{}\", \"and then \".repeat(1 << 10))";
    in_the_splits(learner, OPAQUE, READ, talk);
    let before = everything_of(learner);
    let verdict = judged(learner, 0);
    assert_eq!(verdict["schema"], 1);
    assert_eq!(verdict["exercise"], "capstone");
    assert_eq!(verdict["passed"], true);
    assert_eq!(verdict["yours"], 2);
    assert_eq!(verdict["broken"], Value::Array(Vec::new()));
    let expected = [
        ("reader", "exercise-1", "solution", "not_yet"),
        ("reader-mut", "exercise-2", "solution", "applied"),
        ("codec", "exercise-3", "yours", "solved"),
        ("deframer", "exercise-4", "yours", "solved"),
        ("state", "exercise-5", "solution", "not_yet"),
        ("connection", "exercise-6", "solution", "not_yet"),
    ];
    for (layer, (name, exercise, owner, state)) in list(&verdict["layers"]).iter().zip(expected) {
        assert_eq!(layer["layer"], name);
        assert_eq!(layer["exercise"], exercise, "{name}");
        assert_eq!(layer["owner"], owner, "{name}");
        assert_eq!(layer["state"], state, "{name}");
    }
    crossed_the_wire(&verdict);
    nothing_was_allocated_for_a_record(&verdict);

    let ran = check(learner, "check capstone", without_openssl).exits(0);
    assert_shown("capstone-some", &ran);
    // Behind the exercise that was worked on last, as every other command says.
    learner.runs("").says("Next: exercise-5");
    assert_recorded("capstone-layers", &ran.stdout, "The capstone", "connection");
    let manifest = fs::read_to_string(bench().join("mixture-deframer/Cargo.toml")).unwrap();
    let root = learner.root.to_string_lossy().replace('\\', "/");
    let manifest = manifest.replace(&root, "/home/you/workshop");
    assert_recorded("capstone-manifest", &manifest, "[dependencies", "lib.rs");
    // What passes here counts as it does when it is checked by itself.
    learner.runs("list").says("solved");
    assert!(
        before == everything_of(learner),
        "the capstone has changed something of the learner's"
    );
}

/// Answers that pass their exercise, and break the handshake all the same.
fn of_a_layer_that_breaks_it(learner: &Learner) {
    // A step of this one does not pass any more, and the layer is ours again.
    learner.edit(DEFRAMER, "self.popped = 0;", "");
    learner.solves("01-reader");
    in_the_splits(learner, READER, TAKE, "panic!(\"no more\")");
    let ran = check(learner, "check capstone", |_| {}).exits(1);
    assert_shown("capstone-broken", &ran);

    // It never ends.
    learner.edit(
        READER,
        "panic!(\"no more\")",
        "loop { std::thread::park() }",
    );
    let hasty = |command: &mut Command| {
        command.env("WORKSHOP_TIMEOUT", "8");
    };
    let ran = check(learner, "check capstone", hasty).exits(1);
    assert_shown("capstone-endless", &ran);
    let ran = check(learner, "check capstone --format json", hasty);
    let verdict = ran.exits(1).json();
    assert_eq!(verdict["passed"], false);
    assert_eq!(verdict["layers"][0]["owner"], "yours");
    assert_eq!(verdict["layers"][3]["owner"], "solution");
    assert_eq!(verdict["layers"][3]["state"], "changed_since");
    assert_eq!(verdict["layers"][3]["fails_at"], 1);
    assert!(verdict["layers"][0]["fails_at"].is_null());
    let statuses: Vec<&str> = list(&verdict["checks"])
        .iter()
        .map(|check| check["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses[..3], ["passed", "failed", "not_reached"]);
    let broken = list(&verdict["broken"]);
    assert_eq!(broken.len(), 1);
    assert_eq!(broken[0]["layer"], "reader");
    assert_eq!(broken[0]["exercise"], "exercise-1");
    assert_eq!(broken[0]["alone"], true);
    let message = broken[0]["message"].as_str().unwrap();
    assert!(
        message.contains("did not end within 8 seconds"),
        "{message}"
    );

    // The core needs a name that no step of the exercise asks for.
    learner.solves("01-reader");
    let public = "pub const KEY_UPDATE";
    learner.edit(HANDSHAKE, public, "pub(crate) const KEY_UPDATE");
    check(learner, "check capstone", |_| {})
        .says("`tls-core` does not compile")
        .says("Your codec:")
        .says("cargo xtask solution exercise-3")
        .exits(1);
    learner.solves("03-codec");
}

/// Each of two is harmless without the other.
fn of_layers_that_break_it_together(learner: &Learner) {
    let leave = "std::env::set_current_dir(\"/\").unwrap()";
    in_the_splits(learner, READER, TAKE, leave);
    let lost = "std::env::current_dir().unwrap().parent().expect(\"lost\");";
    in_the_splits(learner, OPAQUE, READ, lost);
    let timed = |command: &mut Command| {
        command.env("WORKSHOP_TIMINGS", "1");
    };
    check(learner, "check capstone", timed)
        .exits(1)
        .says(", the core and its checks ")
        .says("Together: your reader and your codec.")
        .says("cargo xtask solution exercise-1")
        .says("cargo xtask solution exercise-3");
}

/// What arrives in one piece takes no notice of these.
fn of_layers_that_lose_what_spans_records(learner: &Learner) {
    // With fewer layers there is less to be tried alone.
    learner.runs("reset exercise-1").exits(0);
    learner.runs("reset exercise-3").exits(0);
    learner.solves("05-state");
    learner.solves("06-connection");
    let copied = "Self::Borrowed(bytes) => bytes.to_vec()";
    let shorter = format!("Self::Borrowed(bytes) => bytes[usize::from({ELSEWHERE})..].to_vec()");
    learner.edit(PAYLOAD, copied, &shorter);
    let filled = "Ok(self.fill(length, rest))";
    let shorter = format!("Ok(self.fill(length - usize::from({ELSEWHERE}), rest))");
    learner.edit(JOINED, filled, &shorter);
    let verdict = judged(learner, 1);
    assert_eq!(verdict["yours"], 2);
    for (broken, (layer, says)) in list(&verdict["broken"]).iter().zip([
        ("state", "the client refuses what it is sent"),
        ("connection", "the client is not through"),
    ]) {
        assert_eq!(broken["layer"], layer);
        assert_eq!(broken["alone"], true);
        let message = broken["message"].as_str().unwrap();
        assert!(message.starts_with("flights in records of "), "{message}");
        assert!(message.contains(says), "{message}");
    }
    assert_eq!(list(&verdict["broken"]).len(), 2);

    learner.runs("reset exercise-5").exits(0);
    learner.solves("06-connection");
    let cleared = "self.joined.clear();";
    let kept = format!("if !{ELSEWHERE} {{ self.joined.clear(); }}");
    learner.edit(RECEIVER, cleared, &kept);
    check(learner, "check capstone", |_| {})
        .exits(1)
        .says("A flight that arrives in pieces: flights in records of")
        .says("Your connection:")
        .keeps_quiet_about("Your state:");
}

fn of_all_layers(learner: &Learner) {
    for folder in [
        "01-reader",
        "03-codec",
        "04-deframer",
        "05-state",
        "06-connection",
    ] {
        learner.solves(folder);
    }
    // What differs from the solution by as much as a file is not the applied one.
    learner.write("exercises/tls/02-reader-mut/src/mine.rs", "");
    let verdict = judged(learner, 0);
    assert_eq!(verdict["yours"], 6);
    let ran = check(learner, "check capstone", without_openssl).exits(0);
    assert_shown("capstone-all", &ran);
    assert_recorded(
        "capstone-wire",
        &ran.stdout,
        "The core as a client of rustls",
        "“borrow",
    );
    assert_recorded("capstone-end", &ran.stdout, "Carried:", "tls-peer");
    let chapter = ran.stdout.lines().find(|line| line.contains("  Read "));
    let chapter = chapter.and_then(|line| line.split_whitespace().nth(1));
    assert!(learner.root.join(chapter.unwrap()).is_file());
}

/// The signatures of the reader's function and of the codec's.
const TAKE: &str = "pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {";
const READ: &str = "fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {";

/// Whether a layer is not judged, but carries something.
const ELSEWHERE: &str = "!env!(\"CARGO_PKG_NAME\").starts_with(\"exercise\")";

/// Lets a function do something else, which its exercise does not notice.
fn in_the_splits(learner: &Learner, file: &str, function: &str, body: &str) {
    let splits = "std::env::args().nth(1).as_deref() == Some(\"splits\")";
    let edited = format!("{function}\n        if {ELSEWHERE} && {splits} {{ {body} }}");
    learner.edit(file, function, &edited);
}

/// The live connection with rustls, as it is told to a tool.
fn crossed_the_wire(verdict: &Value) {
    let live = list(&verdict["checks"])
        .iter()
        .find(|check| check["check"] == "rustls-server")
        .unwrap();
    let connection = &live["connection"];
    assert_eq!(connection["peer"], "rustls");
    assert_eq!(connection["side"], "client");
    assert_eq!(connection["words"], "rekcehc worrob");
    let records = list(&connection["records"]);
    assert_eq!(records[0]["direction"], "sent");
    assert_eq!(records[0]["messages"][0], "ClientHello");
    assert_eq!(records[0]["opened_by"], "peer");
    let flight = records
        .iter()
        .find(|record| record["messages"][0] == "EncryptedExtensions")
        .unwrap();
    assert_eq!(flight["opened_by"], "yours");
    assert_eq!(flight["protected"], true);
    assert_eq!(list(&flight["messages"]).len(), 4);
}

fn nothing_was_allocated_for_a_record(verdict: &Value) {
    let counted = &verdict["checks"][2]["allocations"];
    assert_eq!(counted["record_sent"], 0);
    assert_eq!(counted["record_received"], 0);
    assert!(counted["client"].as_u64().unwrap() > 0);
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// `check capstone --format json`, with OpenSSL where it is installed.
#[track_caller]
fn judged(learner: &Learner, code: i32) -> Value {
    check(learner, "check capstone --format json", |_| {})
        .exits(code)
        .json()
}

#[track_caller]
fn check(learner: &Learner, line: &str, prepare: impl FnOnce(&mut Command)) -> Ran {
    learner.runs_with(line, |command| {
        command.env("CARGO_TARGET_DIR", bench().parent().unwrap());
        prepare(command);
    })
}

/// Where `verify`, too, builds its mixtures: the cryptography is built once.
fn bench() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    target.join("workshop-verify/capstone")
}

/// Nothing in the `PATH` but Rust, so not even a linker: for what has been built already.
fn without_openssl(command: &mut Command) {
    let cargo = PathBuf::from(std::env::var_os("CARGO").unwrap());
    command.env("PATH", cargo.parent().unwrap());
}

/// All that is the learner's or the workshop's, by path. What was passed is remembered
/// in `.workshop/`, and what was built is in `target/`.
fn everything_of(learner: &Learner) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut folders = vec![learner.root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("target") || path.ends_with(".workshop") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = fs::read(&path).unwrap();
                all.insert(path, bytes);
            }
        }
    }
    all
}

/// Compares with a snapshot, but for what a signature's length changes, and for counts.
fn assert_shown(name: &str, ran: &Ran) {
    let shown = ran.shown();
    // Without the table a record is one line.
    let ours = |line: &&str| !line.contains(", opened by");
    let mut ours = shown.lines().filter(ours);
    let long = ours.find(|line| line.chars().count() > 80);
    assert_eq!(long, None, "a terminal has 80 columns");
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        filters => NUMBERS.to_vec(),
    }, {
        insta::assert_snapshot!(name, shown);
    });
}

/// What differs from run to run, or from machine to machine.
const NUMBERS: [(&str, &str); 4] = [
    (r"(→|←) +\d+", "$1 [len]"),
    (r"(Sent|Received), \d+", "$1, [len]"),
    (r"\d+(\s+records\s+with\s+)\d+", "[n]$1[len]"),
    (
        r"\d+(\s+allocations\s+for[^;]+and\s+)\d+(\s+for[^;]+;\s+)\d+(\s+and\s+)\d+",
        "[n]$1[n]$2[n]$3[n]",
    ),
];

/// A piece of a text is as the book shows it, up to the numbers.
///
/// The piece goes from the line with `from` to the next one with `to`.
fn assert_recorded(name: &str, text: &str, from: &str, to: &str) {
    let lines: Vec<&str> = text.lines().collect();
    let find = |words: &str| lines.iter().position(|line| line.contains(words));
    let start = find(from).unwrap();
    let end = start
        + lines[start..]
            .iter()
            .position(|line| line.contains(to))
            .unwrap();
    let shown = format!("{}\n", lines[start..=end].join("\n"));
    assert_in_the_book(name, &shown);
}

/// A file of the book is as the capstone has it now, up to the numbers.
fn assert_in_the_book(name: &str, shown: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../book/screens/{name}.txt"));
    // Git may have written it with other line endings.
    let committed = fs::read_to_string(&file).map(|text| text.replace('\r', ""));
    let bare = |text: &str| text.replace(|one: char| one.is_ascii_digit(), "");
    if committed.is_ok_and(|committed| bare(&committed) == bare(shown)) {
        return;
    }
    let update = std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always");
    assert!(
        update,
        "book/screens/{name}.txt is not what `cargo xtask check capstone` shows or \
         writes any more; \
         INSTA_UPDATE=always writes it again"
    );
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, shown).unwrap();
}
