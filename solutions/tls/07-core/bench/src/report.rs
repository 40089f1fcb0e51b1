//! All figures of a run, as a value and as text.

use std::fmt;
use std::path::Path;

use serde::Serialize;

use crate::handshakes::Side;
use crate::library::{self, BARE};
use crate::measure::Allocations;
use crate::records::{self, Direction, SIZES};
use crate::{Bare, Channel, Credentials, instructions};

/// How much work a run does.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Handshakes of each kind.
    pub handshakes: usize,
    /// Records whose allocations are counted.
    pub records: usize,
    /// Turns that each library gets when speed is measured.
    pub repetitions: usize,
    /// Records whose instructions are counted, or `None` to do without.
    pub instructions: Option<usize>,
}

impl Effort {
    /// Enough for figures that repeat.
    pub const FULL: Self = Self {
        handshakes: 20,
        records: 200,
        repetitions: 400,
        instructions: Some(500),
    };
    /// Enough to see that all works.
    pub const QUICK: Self = Self {
        handshakes: 2,
        records: 20,
        repetitions: 10,
        instructions: Some(50),
    };
}

/// All figures of a run.
#[derive(Debug, Serialize)]
pub struct Report {
    /// What the AEAD alone takes, for each size of records.
    pub aead: Vec<Aead>,
    /// The libraries, ours first.
    pub libraries: Vec<Figures>,
}

/// What the AEAD alone takes.
#[derive(Debug, Serialize)]
pub struct Aead {
    /// Bytes in a record.
    pub size: usize,
    /// Megabytes of data per second.
    pub megabytes_per_second: Direction<f64>,
    /// Instructions per record, if valgrind is there.
    pub instructions: Option<Direction<f64>>,
}

/// The figures of a library.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Its name and how it is used.
    pub library: &'static str,
    /// Handshakes and idle connections of the client.
    pub client: Side,
    /// Handshakes and idle connections of the server.
    pub server: Side,
    /// For each size of records.
    pub records: Vec<Records>,
}

impl Figures {
    fn sides(&self) -> [&Side; 2] {
        [&self.client, &self.server]
    }
}

/// What records of one size take.
#[derive(Debug, Serialize)]
pub struct Records {
    /// Bytes in a record.
    pub size: usize,
    /// Per record.
    pub allocations: Direction<Allocations>,
    /// Megabytes of data per second.
    pub megabytes_per_second: Direction<f64>,
    /// Its speed as a part of the AEAD's, 1 at best.
    pub part_of_aead: Direction<f64>,
    /// Instructions per record beyond those of the AEAD, if valgrind is there.
    pub instructions_over_aead: Option<Direction<f64>>,
}

impl Report {
    /// Measures everything. `benchmark` is the executable that valgrind runs, and
    /// `progress` is told what comes next.
    ///
    /// # Errors
    ///
    /// What valgrind said, if it is there and fails.
    pub fn new(
        effort: Effort,
        benchmark: &Path,
        mut progress: impl FnMut(&str),
    ) -> Result<Self, String> {
        let credentials = Credentials::generate();
        let entries = library::all();
        let mut report = Self {
            aead: Vec::new(),
            libraries: Vec::new(),
        };
        for entry in &entries {
            progress(&format!("handshakes: {}", entry.name));
            let (client, server) = (entry.handshakes)(&credentials, effort.handshakes);
            report.libraries.push(Figures {
                library: entry.name,
                client,
                server,
                records: Vec::new(),
            });
        }
        let counted_records = match effort.instructions {
            Some(_) if !instructions::is_available() => {
                progress("valgrind is not installed: no instructions are counted");
                None
            }
            records => records,
        };
        for size in SIZES {
            progress(&format!("speed of records with {size} bytes"));
            let mut bare: Box<dyn Channel> = Box::new(Bare::default());
            let mut channels: Vec<_> = entries
                .iter()
                .map(|entry| (entry.channel)(&credentials))
                .collect();
            let mut together: Vec<&mut dyn Channel> = vec![&mut *bare];
            together.extend(channels.iter_mut().map(|channel| &mut **channel as _));
            let speeds = records::speeds(&mut together, size, effort.repetitions);

            let mut count = |name: &str| {
                counted_records
                    .map(|records| {
                        progress(&format!(
                            "instructions per record with {size} bytes: {name}"
                        ));
                        instructions::measure(benchmark, name, size, records)
                    })
                    .transpose()
            };
            let aead = Aead {
                size,
                megabytes_per_second: speeds[0],
                instructions: count(BARE)?,
            };
            for ((figures, channel), speed) in
                report.libraries.iter_mut().zip(channels).zip(&speeds[1..])
            {
                let mut channel = channel;
                let instructions = count(figures.library)?;
                figures.records.push(Records {
                    size,
                    allocations: records::allocations(&mut *channel, size, effort.records),
                    megabytes_per_second: *speed,
                    part_of_aead: Direction {
                        sent: speed.sent / speeds[0].sent,
                        received: speed.received / speeds[0].received,
                    },
                    instructions_over_aead: instructions.zip(aead.instructions).map(
                        |(all, aead)| Direction {
                            sent: all.sent - aead.sent,
                            received: all.received - aead.received,
                        },
                    ),
                });
            }
            report.aead.push(aead);
        }
        Ok(report)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Allocations (and bytes) per handshake\n")?;
        table(
            f,
            &[
                "library",
                "client, full",
                "with tickets",
                "resumed",
                "server, full",
                "with tickets",
                "resumed",
            ],
            self.libraries.iter().map(|figures| {
                let cells = figures
                    .sides()
                    .into_iter()
                    .flat_map(|side| [side.full, side.full_with_tickets, side.resumed])
                    .map(|allocations| allocations.to_string());
                row(figures.library, cells)
            }),
        )?;

        writeln!(f, "\nBytes that an idle connection holds\n")?;
        table(
            f,
            &[
                "library",
                "client, after the handshake",
                "after three responses",
                "released",
                "server, after the handshake",
                "after three responses",
                "released",
            ],
            self.libraries.iter().map(|figures| {
                let cells = figures
                    .sides()
                    .into_iter()
                    .map(|side| side.idle)
                    .flat_map(|idle| [idle.after_handshake, idle.after_responses, idle.released])
                    .map(|bytes| bytes.to_string());
                row(figures.library, cells)
            }),
        )?;

        for (index, aead) in self.aead.iter().enumerate() {
            for (side, word) in ["sent", "received"].into_iter().enumerate() {
                writeln!(f, "\nRecords with {} bytes, {word}\n", aead.size)?;
                self.records(f, index, side)?;
            }
        }
        Ok(())
    }
}

impl Report {
    /// The table about the records of the size with that index: those sent, or, with
    /// `side` 1, those received.
    fn records(&self, f: &mut fmt::Formatter<'_>, index: usize, side: usize) -> fmt::Result {
        let aead = &self.aead[index];
        let counted = aead.instructions.map(Direction::each);
        let bare = [
            String::new(),
            counted.map_or(String::new(), |counted| format!("{:.0}", counted[side])),
            format!("{:.0}", aead.megabytes_per_second.each()[side]),
            String::new(),
        ];
        let libraries = self.libraries.iter().map(|figures| {
            let records = &figures.records[index];
            let counted = records.instructions_over_aead.map(Direction::each);
            let cells = [
                records.allocations.each()[side].to_string(),
                counted.map_or(String::new(), |counted| format!("{:+.0}", counted[side])),
                format!("{:.0}", records.megabytes_per_second.each()[side]),
                format!("{:.0} %", 100.0 * records.part_of_aead.each()[side]),
            ];
            row(figures.library, cells)
        });
        let head = [
            "library",
            "allocations",
            "instructions",
            "MB/s",
            "of the AEAD",
        ];
        table(f, &head, [row(BARE, bare)].into_iter().chain(libraries))
    }
}

fn row(name: &str, cells: impl IntoIterator<Item = String>) -> Vec<String> {
    [name.to_owned()].into_iter().chain(cells).collect()
}

/// A table in Markdown, whose columns are aligned.
fn table(
    f: &mut fmt::Formatter<'_>,
    head: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> fmt::Result {
    let head: Vec<_> = head.iter().map(|&cell| cell.to_owned()).collect();
    let rows: Vec<_> = rows.collect();
    let widths: Vec<_> = (0..head.len())
        .map(|column| {
            let cells = [&head].into_iter().chain(&rows).map(|row| &row[column]);
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let mut line = |row: &[String]| {
        for (column, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            match column {
                0 => write!(f, "| {cell:width$} |")?,
                _ => write!(f, " {cell:>width$} |")?,
            }
        }
        writeln!(f)
    };
    line(&head)?;
    let rule: Vec<_> = widths
        .iter()
        .enumerate()
        .map(|(column, &width)| match column {
            0 => "-".repeat(width),
            _ => format!("{}:", "-".repeat(width - 1)),
        })
        .collect();
    line(&rule)?;
    rows.iter().try_for_each(|row| line(row))
}
