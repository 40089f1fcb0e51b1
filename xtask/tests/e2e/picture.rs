//! The picture in the README is what the command shows.

use std::fs;
use std::path::Path;

use crate::learner::Learner;

#[test]
fn the_readme_shows_a_real_verdict() {
    let learner = Learner::real("picture");
    let shown = learner
        .runs_with("check exercise-1", |command| {
            command.env("CLICOLOR_FORCE", "1");
        })
        .exits(1)
        .stdout;
    let terminal = anstyle_svg::Term::new().min_width_px(760);
    let picture = terminal.render_svg(&format!("$ cargo xtask check exercise-1\n\n{shown}"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../book/verdict.svg");
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&file, &picture).unwrap();
    }
    // Git may have written it with other line endings.
    let committed = fs::read_to_string(&file).map(|text| text.replace('\r', ""));
    assert!(
        committed.is_ok_and(|committed| committed == picture.replace('\r', "")),
        "book/verdict.svg is not what `cargo xtask check exercise-1` shows any more; \
         INSTA_UPDATE=always draws it again"
    );
}
