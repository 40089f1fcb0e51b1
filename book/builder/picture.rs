//! `{{#picture name}}`: an SVG, inlined so that it takes on the theme's colours.

use std::fs;
use std::path::Path;

use crate::html::{self, Element};

/// As wide as a picture may be, in its own units: scaled down to a phone's
/// column, its text of 16 units still measures 11 pixels.
const WIDTH: f64 = 480.0;

/// Reads `book/pictures/NAME.svg`, checks it, and gives a figure.
pub fn render(root: &Path, name: &str) -> Result<String, String> {
    let file = format!("book/pictures/{name}.svg");
    let text = fs::read_to_string(root.join(&file))
        .map_err(|error| format!("cannot read {file}: {error}"))?;
    let faults = faults(name, &text);
    if !faults.is_empty() {
        return Err(format!("{file}: {}", faults.join("; ")));
    }
    // Both ids are unique in the book, as a picture's name is.
    let labelled = format!("<svg aria-labelledby=\"{name}-title {name}-desc\" ");
    let text = text
        .replacen("<svg ", &labelled, 1)
        .replacen("<title>", &format!("<title id=\"{name}-title\">"), 1)
        .replacen("<desc>", &format!("<desc id=\"{name}-desc\">"), 1);
    // Without line ends Markdown cannot mistake an indented or empty line for its own.
    let lines: Vec<_> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    Ok(format!(
        "<figure class=\"picture\">{}</figure>",
        lines.join(" ")
    ))
}

/// What keeps a picture from being legible in every theme and to everyone.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let elements = html::elements(text);
    let Some(root) = elements.first().filter(|root| root.name == "svg") else {
        return vec!["does not begin with <svg>".to_owned()];
    };
    if !text.contains("<svg ") || root.attribute("role") != Some("img") {
        faults.push("the root needs role=\"img\"".to_owned());
    }
    let view_box: Vec<f64> = root
        .attribute("viewbox")
        .map(|view_box| {
            view_box
                .split_whitespace()
                .filter_map(|n| n.parse().ok())
                .collect()
        })
        .unwrap_or_default();
    match view_box.as_slice() {
        [_, _, width, _] if *width <= WIDTH => {}
        [_, _, width, _] => faults.push(format!("is {width} units wide, {WIDTH} are legible")),
        _ => faults.push("the root needs viewBox=\"0 0 WIDTH HEIGHT\"".to_owned()),
    }
    for sized in ["width", "height"] {
        if root.attribute(sized).is_some() {
            faults.push(format!("the root has a {sized}; the column decides that"));
        }
    }
    for needed in ["title", "desc"] {
        let said = elements
            .iter()
            .any(|e| e.name == needed && !e.text.trim().is_empty());
        if !said || !text.contains(&format!("<{needed}>")) {
            faults.push(format!(
                "needs a <{needed}> with words in it and no attributes"
            ));
        }
    }
    elements
        .iter()
        .for_each(|element| element_faults(name, element, &mut faults));
    faults
}

fn element_faults(picture: &str, element: &Element, faults: &mut Vec<String>) {
    if matches!(
        &*element.name,
        "style" | "script" | "image" | "foreignobject" | "a"
    ) {
        faults.push(format!("<{}> has no place in a picture", element.name));
    }
    for (name, value) in &element.attributes {
        match &**name {
            "fill" | "stroke" | "color" | "stop-color" if !is_theme_colour(value) => {
                faults.push(format!(
                    "{name}=\"{value}\" is not one of the theme's colours"
                ));
            }
            "style" => faults.push(format!("style=\"{value}\": use the classes")),
            "id" if !value.starts_with(&format!("{picture}-")) => {
                faults.push(format!("id=\"{value}\" must begin with `{picture}-`"));
            }
            "href" | "xlink:href" if !value.starts_with('#') => {
                faults.push(format!("{name}=\"{value}\" leads out of the picture"));
            }
            _ => {}
        }
    }
}

fn is_theme_colour(value: &str) -> bool {
    matches!(value, "none" | "currentColor" | "inherit")
        || ["var(--", "url(#"]
            .iter()
            .any(|start| value.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" \
        viewBox=\"0 0 480 90\">\n  <title>T</title>\n\n  <desc>D &amp; E</desc>\n\
        <rect class=\"cell a\" fill=\"var(--loan-a-fill)\" width=\"9\" height=\"9\"/>\n</svg>\n";

    fn render_text(text: &str) -> Result<String, String> {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("book/pictures")).unwrap();
        fs::write(root.path().join("book/pictures/split.svg"), text).unwrap();
        render(root.path(), "split")
    }

    #[test]
    fn a_picture_is_one_line_and_names_its_description() {
        let html = render_text(GOOD).unwrap();
        assert!(!html.contains('\n'));
        assert!(
            html.contains("aria-labelledby=\"split-title split-desc\""),
            "{html}"
        );
        assert!(
            html.contains("<desc id=\"split-desc\">D &amp; E</desc>"),
            "{html}"
        );
    }

    #[test]
    fn a_picture_that_is_not_there_is_an_error() {
        let root = tempfile::tempdir().unwrap();
        assert!(
            render(root.path(), "gone")
                .unwrap_err()
                .contains("book/pictures/gone.svg")
        );
    }

    #[test]
    fn what_would_not_be_legible_is_refused() {
        for (from, to, words) in [
            (" role=\"img\"", "", "role=\"img\""),
            ("<title>T</title>", "", "needs a <title>"),
            ("<desc>D &amp; E</desc>", "<desc> </desc>", "needs a <desc>"),
            ("0 0 480 90", "0 0 900 90", "900 units wide"),
            ("viewBox=\"0 0 480 90\"", "", "viewBox"),
            ("viewBox", "width=\"480\" viewBox", "has a width"),
            ("var(--loan-a-fill)", "#000", "fill=\"#000\""),
            ("var(--loan-a-fill)", "black", "fill=\"black\""),
            ("<rect ", "<rect id=\"x\" ", "must begin with `split-`"),
            ("<rect ", "<rect style=\"fill:red\" ", "use the classes"),
            (
                "<rect ",
                "<image href=\"a.png\"/><rect ",
                "<image> has no place",
            ),
        ] {
            let refused = render_text(&GOOD.replace(from, to)).expect_err(words);
            assert!(refused.contains(words), "{words}: {refused}");
        }
    }
}
