//! Writes the seeds that are made, beside those that were found.

use std::{fs, io};

use tls_fuzz::seeds;

fn main() -> io::Result<()> {
    for seed in seeds::made() {
        let path = seeds::folder().join(seed.path());
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, seed.input)?;
    }
    Ok(())
}
