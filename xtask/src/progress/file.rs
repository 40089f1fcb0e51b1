//! `.workshop/progress.json`, read and written with care.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The version of `progress.json`.
const SCHEMA: u32 = 1;

/// What lies in `.workshop/`, for a learner who looks into it.
const README: &str = "\
This folder belongs to you and to `cargo xtask`. Git does not look into it.

progress.json   which exercises are solved, which one you have worked on last,
                and which hints you have seen.
                An exercise counts as solved while the files in its src/ have
                the hash that is written here, so you can edit and come back.
saved/          copies of your src/ folders, made before a command replaced
                them: saved/exercise-1/0001/ is the oldest one of exercise-1.
                `cargo xtask restore exercise-1 --list` shows them,
                `cargo xtask restore exercise-1` brings the newest one back.

You can copy this folder to another clone of the workshop. If you delete it,
you lose the copies, and every exercise is \"not yet\" until you check it again.
";

/// `progress.json`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Data {
    pub schema: u32,
    /// The id of the exercise that was worked on last.
    #[serde(default)]
    pub worked_on: Option<String>,
    #[serde(default)]
    pub exercises: BTreeMap<String, Entry>,
}

impl Default for Data {
    fn default() -> Data {
        Data {
            schema: SCHEMA,
            worked_on: None,
            exercises: BTreeMap::new(),
        }
    }
}

/// What is remembered about one exercise.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The hash of `src/` when it last passed.
    #[serde(default)]
    pub solved: Option<String>,
    /// The hash of `src/` when the solution was last applied.
    #[serde(default)]
    pub applied: Option<String>,
    /// The first step that the last verdict did not pass.
    #[serde(default)]
    pub step: Option<usize>,
    /// For each step, how many hints have been shown.
    #[serde(default)]
    pub hints: BTreeMap<usize, usize>,
}

/// Is `progress.json` readable? What to say if it is not; for `doctor`.
pub fn inspect(root: &Path) -> Result<bool, String> {
    let file = root.join(".workshop/progress.json");
    match fs::read_to_string(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(format!("it cannot be read ({error})")),
        Ok(text) => parse(&text)
            .map(|_| true)
            .map_err(|why| format!("it cannot be understood ({why})")),
    }
}

/// What was found in the file, or in its place.
pub struct Found {
    pub data: Data,
    pub warning: Option<String>,
}

pub fn read(folder: &Path) -> io::Result<Found> {
    let file = folder.join("progress.json");
    let bytes = match fs::read(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Found {
                data: Data::default(),
                warning: None,
            });
        }
        bytes => bytes?,
    };
    match parse(&String::from_utf8_lossy(&bytes)) {
        Ok(data) => Ok(Found {
            data,
            warning: None,
        }),
        Err(why) => {
            let aside = keep_aside(&file)?;
            let warning = format!(
                "{} cannot be understood ({why}); it is kept as {}, and a new one is started",
                file.display(),
                aside.file_name().unwrap_or_default().to_string_lossy(),
            );
            Ok(Found {
                data: Data::default(),
                warning: Some(warning),
            })
        }
    }
}

fn parse(text: &str) -> Result<Data, String> {
    let data: Data = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if data.schema != SCHEMA {
        return Err(format!(
            "its schema is {}, this workshop's is {SCHEMA}",
            data.schema
        ));
    }
    Ok(data)
}

/// Renames a file to `progress.json.broken`, or `.broken-2` if that is taken.
fn keep_aside(file: &Path) -> io::Result<PathBuf> {
    let names = (1..).map(|n| {
        if n == 1 {
            String::new()
        } else {
            format!("-{n}")
        }
    });
    for tail in names {
        let aside = file.with_file_name(format!("progress.json.broken{tail}"));
        if !aside.try_exists()? {
            fs::rename(file, &aside)?;
            return Ok(aside);
        }
    }
    unreachable!("some number is free")
}

/// Makes the folder, with the page that explains it.
pub fn explain_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let readme = folder.join("README.txt");
    if fs::read_to_string(&readme).is_ok_and(|text| text == README) {
        return Ok(());
    }
    fs::write(readme, README)
}

/// Writes `progress.json`, and beside it the page that explains the folder.
pub fn write(folder: &Path, data: &Data) -> io::Result<()> {
    explain_folder(folder)?;
    let text = serde_json::to_string_pretty(data)? + "\n";
    // Written beside and renamed, so that an interrupted command leaves the old file whole.
    let fresh = folder.join(format!("progress.json.{}", std::process::id()));
    fs::write(&fresh, text)
        .and_then(|()| fs::rename(&fresh, folder.join("progress.json")))
        .inspect_err(|_| {
            let _ = fs::remove_file(&fresh);
        })
}
