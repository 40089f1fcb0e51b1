//! Instructions per record, counted by callgrind.
//!
//! The benchmark runs itself under valgrind, and callgrind collects only while records
//! are sealed or opened: a handshake takes another number of instructions each time, and
//! AWS-LC gathers entropy with hundreds of millions of them. What opening takes is the
//! difference of two runs, one that seals and opens and one that only seals.

use std::path::Path;
use std::process::Command;
use std::thread;

use clap::ValueEnum;

use crate::records::Direction;
use crate::{Channel, Wire};

/// What a run under valgrind does with each record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Work {
    /// It is sealed.
    Seal,
    /// It is sealed, and opened at the other end.
    SealAndOpen,
}

/// What is done under valgrind: so many records, after some that warm the channel up.
pub fn work(channel: &mut dyn Channel, work: Work, size: usize, records: usize) {
    let data = vec![0; size];
    let mut wire = Wire::default();
    for _ in 0..WARM_UP {
        channel.seal(&data, &mut wire);
        channel.open(wire.records());
    }
    collected(channel, work, &data, &mut wire, records);
}

/// Records before anything is counted, so that buffers have grown.
const WARM_UP: usize = 16;

/// Callgrind knows it by its name, so it must stay a function.
#[inline(never)]
fn collected(channel: &mut dyn Channel, work: Work, data: &[u8], wire: &mut Wire, records: usize) {
    for _ in 0..records {
        channel.seal(data, wire);
        if work == Work::SealAndOpen {
            assert_eq!(channel.open(wire.records()), data.len());
        }
    }
}

/// The name of [`collected`] in the executable, without the hash at its end.
const COLLECTED: &str = concat!(module_path!(), "::collected*");

/// Whether valgrind can be run.
pub fn is_available() -> bool {
    Command::new("valgrind")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}

/// Instructions for each record with `size` bytes in the named channel: the mean over
/// `records`. `benchmark` is the executable of the benchmark.
///
/// # Errors
///
/// What valgrind or the run under it said.
pub fn measure(
    benchmark: &Path,
    channel: &str,
    size: usize,
    records: usize,
) -> Result<Direction<f64>, String> {
    let per_record = |work| {
        let instructions = count(benchmark, channel, work, size, records)?;
        Ok::<_, String>(instructions as f64 / records as f64)
    };
    // Two at a time: instructions are counted, not timed.
    let (sealing, both) = thread::scope(|scope| {
        let sealing = scope.spawn(|| per_record(Work::Seal));
        let both = per_record(Work::SealAndOpen);
        (sealing.join().expect("no panic"), both)
    });
    let sealing = sealing?;
    Ok(Direction {
        sent: sealing,
        received: both? - sealing,
    })
}

/// Instructions for all records of a run.
fn count(
    benchmark: &Path,
    channel: &str,
    work: Work,
    size: usize,
    records: usize,
) -> Result<u64, String> {
    let work = work.to_possible_value().expect("not skipped");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(format!("--toggle-collect={COLLECTED}"))
        .arg(benchmark)
        .args(["under-valgrind", channel, work.get_name()])
        .args([size.to_string(), records.to_string()])
        // Callgrind counts `rep movsb` once for each byte, so glibc must copy otherwise.
        .env(
            "GLIBC_TUNABLES",
            "glibc.cpu.hwcaps=-ERMS,-FSRM:glibc.cpu.x86_rep_movsb_threshold=1000000000",
        )
        .output()
        .map_err(|error| format!("cannot run valgrind: {error}"))?;
    let messages = String::from_utf8_lossy(&output.stderr);
    messages
        .lines()
        .find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok())
        .filter(|&collected| collected > 0 && output.status.success())
        .ok_or_else(|| format!("valgrind has counted nothing:\n{messages}"))
}
