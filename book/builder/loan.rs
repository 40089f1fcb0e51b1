//! `{{#loan name}}`: the loan of a recorded error, drawn as `cargo xtask explain` does.

use xtask::terminal::{Look, loan};

use crate::ansi;
use crate::diagnostic;
use crate::workshop::Workshop;

/// The drawing of the errors of a recording, or of one of them, as a figure.
pub fn render(workshop: &Workshop, name: &str, only: Option<usize>) -> Result<String, String> {
    let (recording, file) = workshop.recording(name)?;
    let errors = diagnostic::chosen(&recording, &file, only)?;
    let draw = |look| -> String {
        let drawings = errors.iter().map(|error| loan::draw(error, look));
        drawings.collect::<Vec<_>>().join("\n")
    };
    let code =
        ansi::to_html(draw(Look::Rich).trim_end()).map_err(|why| format!("{file}: {why}"))?;
    // The lines of the picture mean nothing when they are read aloud; the same in words does.
    let words = ansi::plain(&draw(Look::Plain)).map_err(|why| format!("{file}: {why}"))?;
    let words = ansi::escape(words.trim_end());
    Ok(format!(
        "<figure class=\"compiler\">\
         <pre class=\"diagnostic loan\" tabindex=\"0\" role=\"img\" aria-label=\"{words}\">\
         <code class=\"nohighlight\">{code}</code></pre>\
         <figcaption>Drawn from the places that rustc names</figcaption></figure>"
    ))
}
