//! Hashes of files as a learner sees them: a line ending is no difference.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// Every file below `dir`, sorted, as paths relative to it with forward slashes.
///
/// A missing folder has no files. Names that start with a dot are left out:
/// editors and file managers put such files everywhere.
pub fn files_below(dir: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut pending = vec![PathBuf::new()];
    while let Some(folder) = pending.pop() {
        let full = dir.join(&folder);
        let entries = match std::fs::read_dir(&full) {
            Ok(entries) => entries,
            Err(_) if folder.as_os_str().is_empty() && !full.exists() => return Ok(found),
            Err(error) => return Err(Error::file("read", &full, error)),
        };
        for entry in entries {
            let entry = entry.map_err(|error| Error::file("read", &full, error))?;
            let name = entry.file_name();
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            let path = folder.join(&name);
            if entry.path().is_dir() {
                pending.push(path);
            } else {
                found.push(slashes(&path));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The path with forward slashes, as JSON, snapshots and people get to see it.
pub fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The SHA-256 of some bytes, in hexadecimal, with CRLF read as LF.
pub fn of_bytes(bytes: &[u8]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(without_carriage_returns(bytes));
    hex(&hasher.finalize())
}

/// The SHA-256 of a file, in hexadecimal, with CRLF read as LF.
pub fn of_file(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|error| Error::file("read", path, error))?;
    Ok(of_bytes(&bytes))
}

/// The hash of a whole folder: of every file's path and content.
///
/// A learner's `src/` has this hash when a verdict is bound to it.
pub fn of_folder(dir: &Path) -> Result<String, Error> {
    let mut hasher = Sha256::new();
    for file in files_below(dir)? {
        hasher.update(of_file(&dir.join(&file))?);
        hasher.update("  ");
        hasher.update(&file);
        hasher.update("\n");
    }
    Ok(hex(&hasher.finalize()))
}

/// When a file was written, in nanoseconds: what was found out about an older one
/// may not be true of it.
pub fn modified(file: &Path) -> u128 {
    let time = std::fs::metadata(file)
        .and_then(|data| data.modified())
        .ok();
    let since = time.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        if byte != b'\r' || bytes.get(at + 1) != Some(&b'\n') {
            kept.push(byte);
        }
    }
    kept
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_endings_make_no_difference() {
        assert_eq!(of_bytes(b"one\r\ntwo\r\n"), of_bytes(b"one\ntwo\n"));
        assert_ne!(of_bytes(b"one\rtwo"), of_bytes(b"onetwo"));
    }

    #[test]
    fn a_folder_hash_knows_names_and_contents() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = dir.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("lib.rs", "fn a() {}\n");
        write("deep/er.rs", "fn b() {}\n");
        assert_eq!(files_below(dir.path()).unwrap(), ["deep/er.rs", "lib.rs"]);

        let before = of_folder(dir.path()).unwrap();
        write("lib.rs", "fn a() {}\r\n");
        write(".lib.rs.swp", "an editor was here");
        assert_eq!(of_folder(dir.path()).unwrap(), before);
        write("lib.rs", "fn c() {}\n");
        assert_ne!(of_folder(dir.path()).unwrap(), before);
        write("lib.rs", "fn a() {}\n");
        std::fs::rename(dir.path().join("lib.rs"), dir.path().join("bil.rs")).unwrap();
        assert_ne!(of_folder(dir.path()).unwrap(), before);
    }
}
