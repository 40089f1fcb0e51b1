//! The messages that cargo prints with `--message-format json`.

use std::path::PathBuf;

use serde::Deserialize;

use super::diagnostic::Diagnostic;

/// One line of cargo's output, as far as it matters here.
#[derive(Debug, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Message {
    /// rustc has said something.
    CompilerMessage(CompilerMessage),
    /// Something has been built.
    CompilerArtifact(Artifact),
    /// Everything else.
    #[serde(other)]
    Other,
}

/// Something that rustc has said while it compiled `target`.
#[derive(Debug, Deserialize)]
pub struct CompilerMessage {
    /// The `Cargo.toml` of the package.
    pub manifest_path: PathBuf,
    /// The library, test or other target.
    pub target: Target,
    /// What it has said.
    pub message: Diagnostic,
}

/// Something that has been built.
#[derive(Debug, Clone, Deserialize)]
pub struct Artifact {
    /// Names the package, its version and its source.
    pub package_id: String,
    /// The `Cargo.toml` of the package.
    pub manifest_path: PathBuf,
    /// The library, test or other target.
    pub target: Target,
    /// All files that came out of it.
    pub filenames: Vec<PathBuf>,
    /// The program, if it is one.
    pub executable: Option<PathBuf>,
}

/// What of a package is built.
#[derive(Debug, Clone, Deserialize)]
pub struct Target {
    /// `lib`, `test`, `proc-macro` …
    pub kind: Vec<String>,
    /// `reader`, `step_1`
    pub name: String,
}

impl Target {
    /// Whether it is a test target.
    pub fn is_test(&self) -> bool {
        self.kind.iter().any(|kind| kind == "test")
    }
}

impl Artifact {
    /// The name and the version of a package that comes from a registry.
    pub fn package(&self) -> Option<(&str, &str)> {
        self.package_id.rsplit_once('#')?.1.split_once('@')
    }

    /// The file that another crate is compiled against.
    pub fn metadata(&self) -> Option<&PathBuf> {
        let with = |extension: &str| {
            let has = |file: &&PathBuf| file.extension().is_some_and(|found| found == extension);
            self.filenames.iter().find(has)
        };
        if self.target.is_test() {
            return None;
        }
        // A procedural macro is a dynamic library, named as the system names those.
        with("rmeta")
            .or_else(|| with("rlib"))
            .or_else(|| with("so"))
            .or_else(|| with("dylib"))
            .or_else(|| with("dll"))
    }
}

/// Reads a line. What is no message of cargo's is something else's output.
pub fn parse(line: &str) -> Option<Message> {
    serde_json::from_str(line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_told_apart() {
        let artifact = r#"{"reason":"compiler-artifact","package_id":"registry+x#reader@0.1.0","manifest_path":"/e/Cargo.toml",
            "target":{"kind":["lib"],"crate_types":["lib"],"name":"reader","src_path":"/e/src/lib.rs"},
            "profile":{"test":false},"features":[],"filenames":["/t/libreader.rlib","/t/libreader.rmeta"],
            "executable":null,"fresh":true}"#;
        let Some(Message::CompilerArtifact(artifact)) = parse(artifact) else {
            panic!("no artifact");
        };
        assert_eq!(
            artifact.metadata().unwrap().to_str(),
            Some("/t/libreader.rmeta")
        );
        assert_eq!(artifact.package(), Some(("reader", "0.1.0")));
        assert!(matches!(
            parse(r#"{"reason":"build-finished","success":true}"#),
            Some(Message::Other)
        ));
        assert!(parse("a build script's own words").is_none());
        assert!(parse(r#"{"some":"json"}"#).is_none());
    }
}
