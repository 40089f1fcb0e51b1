//! `{{#diagnostic name}}`: what rustc said, in its own colours.

use xtask::museum;
use xtask::recording::{RecordedError, Recording};

use crate::ansi;
use crate::workshop::Workshop;

/// The errors of a recording, or one of them, as a figure for the page `chapter` (relative
/// to `book/src/`).
pub fn render(
    workshop: &Workshop,
    chapter: &str,
    name: &str,
    only: Option<usize>,
) -> Result<String, String> {
    let (recording, file) = workshop.recording(name)?;
    let errors = chosen(&recording, &file, only)?;
    let subject = subject(name);
    // A case has more to say in the museum: the program, why, and the repair.
    let link = workshop.museum.facts.case(name).map(|case| {
        let up = "../".repeat(chapter.matches('/').count());
        format!("{up}{}#{name}", museum::page(case))
    });
    figure(&errors, &recording.rustc, &subject, link.as_deref())
        .map_err(|why| format!("{file}: {why}"))
}

/// The errors of a recording, or the one with a number, counted from 1.
pub fn chosen<'r>(
    recording: &'r Recording,
    file: &str,
    only: Option<usize>,
) -> Result<Vec<&'r RecordedError>, String> {
    let errors: Vec<_> = match only {
        None => recording.errors.iter().collect(),
        Some(number) => recording.errors.get(number - 1).into_iter().collect(),
    };
    if errors.is_empty() {
        return Err(match only {
            None => format!("{file} holds no error"),
            Some(number) => {
                let count = recording.errors.len();
                format!("{file} holds {count} errors, so none with the number {number}")
            }
        });
    }
    Ok(errors)
}

/// What rustc of this version said about something that may have a place in the book.
pub fn figure(
    errors: &[&RecordedError],
    rustc: &str,
    subject: &str,
    link: Option<&str>,
) -> Result<String, String> {
    let rendered: Vec<_> = errors
        .iter()
        .map(|error| error.rendered.trim_end())
        .collect();
    let code = ansi::to_html(&rendered.join("\n\n"))?;
    let version = ansi::escape(rustc);
    let linked = match link {
        Some(link) => format!("<a href=\"{link}\">{subject}</a>"),
        None => subject.to_owned(),
    };
    // A scrollable block takes the keyboard's focus, so that it can be scrolled without a mouse.
    Ok(format!(
        "<figure class=\"compiler\">\
         <pre class=\"diagnostic\" tabindex=\"0\" role=\"region\" \
         aria-label=\"rustc’s words on {subject}\">\
         <code class=\"nohighlight\">{code}</code></pre>\
         <figcaption>rustc {version} on {linked}</figcaption></figure>"
    ))
}

/// What was compiled, in words.
fn subject(name: &str) -> String {
    match name.split_once('/') {
        Some((exercise, step)) => {
            format!("{exercise}, {}", step.replace('_', " "))
        }
        None => format!("the case {name}"),
    }
}
