//! Key logs in the NSS format.

use std::collections::BTreeSet;
use std::path::Path;

/// What every connection logs.
const LABELS: [&str; 5] = [
    "CLIENT_HANDSHAKE_TRAFFIC_SECRET",
    "SERVER_HANDSHAKE_TRAFFIC_SECRET",
    "CLIENT_TRAFFIC_SECRET_0",
    "SERVER_TRAFFIC_SECRET_0",
    "EXPORTER_SECRET",
];

/// Fails the test unless both sides have logged the same, for so many connections.
#[track_caller]
pub fn assert_same(ours: &Path, theirs: &Path, connections: usize) {
    let ours = read(ours);
    assert_eq!(ours.len(), LABELS.len() * connections, "{ours:#?}");
    assert_eq!(ours, read(theirs));
}

/// The lines about secrets, as others log more, and comments.
fn read(path: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines()
        .filter(|line| {
            let label = line.split(' ').next().unwrap_or_default();
            LABELS.contains(&label)
        })
        .map(str::to_owned)
        .collect()
}
