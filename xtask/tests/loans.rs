//! The drawing of a loan, of errors that rustc reports here and now.

use std::fs;
use std::path::Path;

use xtask::cargo::rustc::{Compiler, Program};
use xtask::terminal::{Look, loan};

#[test]
fn every_kind_of_loan_is_drawn() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/loans");
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("loans");
    let compiler = Compiler::new(&folder, kept).unwrap();
    let entries = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut programs: Vec<_> = entries.filter(|path| path.is_file()).collect();
    programs.sort();
    assert!(programs.len() > 10, "the programs are there");
    for file in programs {
        let program = Program {
            file: file.clone(),
            externs: vec![],
            search: vec![],
        };
        let fate = compiler.compile(&program).unwrap();
        let mut shown = String::new();
        for error in &fate.errors {
            let error = error.record(None, &|path| path.to_owned());
            for look in [Look::Rich, Look::Plain] {
                shown += &loan::draw(&error, look);
                shown.push('\n');
            }
        }
        let shown = anstream::adapter::strip_str(&shown).to_string();
        assert!(!shown.is_empty(), "{} compiles", file.display());
        // Source is as long as it is; what is said about it fits a pipe.
        let source = fs::read_to_string(&file).unwrap();
        for line in shown.lines().filter(|line| line.chars().count() > 80) {
            assert!(source.lines().any(|code| line.ends_with(code)), "{line}");
        }
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        insta::with_settings!({
            omit_expression => true,
            prepend_module_to_snapshot => false,
            snapshot_path => "loans/snapshots",
        }, {
            insta::assert_snapshot!(name, shown);
        });
    }
}
