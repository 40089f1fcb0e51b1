//! The book needs no network: a page fetches nothing from elsewhere.

use super::{Site, resolve, scheme};
use crate::html::Element;
use crate::problem::Problem;

/// Looks for anything that a browser would fetch from another place.
pub fn check(site: &Site) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (page, elements) in &site.pages {
        for element in elements {
            for words in fetched(element) {
                problems.push(Problem::at(page, element.line, words));
            }
        }
    }
    for (style, text) in &site.styles {
        for reference in references(text) {
            if let Err(words) = stays_here(site, style, reference) {
                problems.push(Problem::in_file(style, words));
            }
        }
    }
    problems
}

/// What this element would fetch from elsewhere.
fn fetched(element: &Element) -> Vec<String> {
    let mut words = Vec::new();
    // A link is followed by the reader, not by the page.
    let follows = matches!(&*element.name, "a" | "area");
    for (name, value) in &element.attributes {
        let fetches = match &**name {
            "href" | "xlink:href" => !follows,
            "src" | "srcset" | "poster" | "data" | "action" | "background" => true,
            _ => false,
        };
        if fetches && is_elsewhere(value) {
            words.push(format!("<{}> fetches `{value}`", element.name));
        }
        if name == "style" {
            words.extend(elsewhere_in_style(value));
        }
    }
    if element.name == "style" {
        words.extend(elsewhere_in_style(&element.text));
    }
    if element.has_class("playground") {
        // mdBook's script asks the playground's server as soon as it sees one.
        words.push("a runnable playground; set `runnable = false` in book.toml".to_owned());
    }
    words
}

fn elsewhere_in_style(text: &str) -> Vec<String> {
    let elsewhere = references(text)
        .into_iter()
        .filter(|reference| is_elsewhere(reference));
    elsewhere
        .map(|reference| format!("a style fetches `{reference}`"))
        .collect()
}

fn is_elsewhere(reference: &str) -> bool {
    let reference = reference.trim();
    reference.starts_with("//") || scheme(reference).is_some_and(|scheme| scheme != "data")
}

fn stays_here(site: &Site, style: &str, reference: &str) -> Result<(), String> {
    if is_elsewhere(reference) {
        return Err(format!("fetches `{reference}`"));
    }
    if scheme(reference).is_some() || reference.starts_with('#') {
        return Ok(());
    }
    match resolve(style, reference) {
        Some(path) if site.files.contains(&path) => Ok(()),
        _ => Err(format!("wants `{reference}`, which is not there")),
    }
}

/// The addresses in `url(…)` and `@import "…"`.
fn references(css: &str) -> Vec<&str> {
    let quotes = |c| matches!(c, '"' | '\'');
    let urls = css
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    let imports = css
        .split("@import")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .filter(|rest| !rest.contains("url("));
    urls.chain(imports)
        .map(|reference| reference.trim().trim_matches(quotes))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::elements;

    fn page(body: &str) -> String {
        let mut site = Site::default();
        site.pages.insert("index.html".into(), elements(body));
        check(&site).iter().map(Problem::to_string).collect()
    }

    fn style(css: &str) -> String {
        let mut site = Site::default();
        site.files.insert("fonts/a.woff2".into());
        site.styles.insert("fonts/fonts.css".into(), css.into());
        check(&site).iter().map(Problem::to_string).collect()
    }

    #[test]
    fn what_lies_beside_the_page_may_be_fetched() {
        assert_eq!(
            page("<script src='a.js'></script><img src='data:image/png;base64,x'>"),
            ""
        );
        assert_eq!(page("<a href='https://example.org'>"), "");
        assert_eq!(style("@font-face { src: url('a.woff2') }"), "");
    }

    #[test]
    fn what_lies_elsewhere_is_found() {
        for bad in [
            "<script src='https://cdn.example.org/a.js'></script>",
            "<script src='//cdn.example.org/a.js'></script>",
            "<link rel='preconnect' href='https://fonts.example.org'>",
            "<img src='http://example.org/a.png'>",
            "<img srcset='https://example.org/a.png 2x'>",
            "<iframe src='https://example.org'></iframe>",
            "<p style='background: url(https://example.org/a.png)'>",
            "<style>@import \"https://example.org/a.css\";</style>",
        ] {
            assert!(page(bad).contains("fetches"), "{bad}: {}", page(bad));
        }
        assert!(style("@import url(\"https://example.org/a.css\");").contains("fetches"));
    }

    #[test]
    fn a_playground_is_found() {
        assert!(page("<pre class='playground'>").contains("runnable = false"));
    }

    #[test]
    fn a_font_that_is_not_there_is_found() {
        assert!(style("a { src: url(b.woff2) }").contains("not there"));
    }
}
