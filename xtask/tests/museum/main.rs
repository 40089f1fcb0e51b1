//! Every case of the real museum can be found, shown and read aloud.

mod alike;
mod read_back;
mod searched;
mod shown;

use std::path::Path;

use xtask::museum::Museum;
use xtask::workspace::Workspace;

fn workshop() -> (Workspace, Museum) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let workspace = Workspace::load(root).unwrap();
    let museum = Museum::open(&workspace).unwrap();
    (workspace, museum)
}

fn bare(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}
