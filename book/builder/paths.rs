//! Paths as they are shown and compared.

use std::path::Path;

/// `path` below `root`, with forward slashes on every platform.
pub fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.to_string_lossy().replace('\\', "/")
}
