//! A terminal's colours as HTML.

/// The escape character that begins a terminal's control sequence.
const ESCAPE: char = '\u{1b}';

const COLOURS: [&str; 8] = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

/// What the following characters look like.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Style {
    bold: bool,
    faint: bool,
    italic: bool,
    underline: bool,
    colour: Option<&'static str>,
}

impl Style {
    fn classes(self) -> String {
        let colour = self.colour.map(|colour| format!("ansi-{colour}"));
        [
            self.bold.then_some("ansi-bold"),
            self.faint.then_some("ansi-faint"),
            self.italic.then_some("ansi-italic"),
            self.underline.then_some("ansi-underline"),
            colour.as_deref(),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
    }

    /// Obeys the numbers of one `ESC [ … m`.
    fn obey(&mut self, numbers: &str) -> Result<(), String> {
        let mut codes = numbers
            .split(';')
            .map(|code| code.parse().unwrap_or(0_usize));
        while let Some(code) = codes.next() {
            match code {
                0 => *self = Style::default(),
                1 => self.bold = true,
                2 => self.faint = true,
                3 => self.italic = true,
                4 => self.underline = true,
                22 => (self.bold, self.faint) = (false, false),
                23 => self.italic = false,
                24 => self.underline = false,
                30..=37 => self.colour = Some(COLOURS[code - 30]),
                90..=97 => self.colour = Some(COLOURS[code - 90]),
                38 => match (codes.next(), codes.next()) {
                    // The bright half looks the same here: the theme chooses the shade.
                    (Some(5), Some(colour @ 0..=15)) => self.colour = Some(COLOURS[colour % 8]),
                    _ => return Err(format!("a colour the book does not know: `{numbers}`")),
                },
                39 => self.colour = None,
                _ => return Err(format!("a style the book does not know: `{numbers}`")),
            }
        }
        Ok(())
    }
}

/// Turns `text` into HTML: the same characters, with `<span class="ansi-…">` for
/// the styles. Line ends become `&#10;`, so that Markdown sees a single line and
/// does not end the HTML block at an empty one.
pub fn to_html(text: &str) -> Result<String, String> {
    let mut html = String::with_capacity(text.len() * 2);
    let mut wanted = Style::default();
    let mut open = Style::default();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == ESCAPE {
            wanted.obey(&sequence(&mut characters)?)?;
            continue;
        }
        if wanted != open {
            if open != Style::default() {
                html.push_str("</span>");
            }
            if wanted != Style::default() {
                html.push_str(&format!("<span class=\"{}\">", wanted.classes()));
            }
            open = wanted;
        }
        push_escaped(&mut html, character);
    }
    if open != Style::default() {
        html.push_str("</span>");
    }
    Ok(html)
}

/// The text without the terminal's sequences.
pub fn plain(text: &str) -> Result<String, String> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            ESCAPE => drop(sequence(&mut characters)?),
            _ => plain.push(character),
        }
    }
    Ok(plain)
}

/// The numbers of the sequence whose escape character has just been read.
fn sequence(characters: &mut std::str::Chars<'_>) -> Result<String, String> {
    if characters.next() != Some('[') {
        return Err("a control sequence that is not a style".to_owned());
    }
    let mut numbers = String::new();
    for character in characters {
        match character {
            'm' => return Ok(numbers),
            '0'..='9' | ';' => numbers.push(character),
            _ => break,
        }
    }
    Err(format!(
        "a control sequence that is not a style: `{numbers}`"
    ))
}

/// Escapes plain text for an element or an attribute.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    text.chars()
        .for_each(|character| push_escaped(&mut html, character));
    html
}

fn push_escaped(html: &mut String, character: char) {
    match character {
        '&' => html.push_str("&amp;"),
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '"' => html.push_str("&quot;"),
        '\n' => html.push_str("&#10;"),
        _ => html.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_become_spans() {
        let html = to_html("\u{1b}[1m\u{1b}[91merror\u{1b}[0m\u{1b}[1m: no\u{1b}[0m").unwrap();
        let spans =
            "<span class=\"ansi-bold ansi-red\">error</span><span class=\"ansi-bold\">: no</span>";
        assert_eq!(html, spans);
    }

    #[test]
    fn both_ways_to_say_blue_are_blue() {
        for blue in [
            "\u{1b}[34mx",
            "\u{1b}[94mx",
            "\u{1b}[38;5;12mx",
            "\u{1b}[38;5;4mx",
        ] {
            assert_eq!(to_html(blue).unwrap(), "<span class=\"ansi-blue\">x</span>");
        }
    }

    #[test]
    fn text_is_escaped_and_stays_on_one_line() {
        assert_eq!(
            to_html("&'a T\n\n<x>").unwrap(),
            "&amp;'a T&#10;&#10;&lt;x&gt;"
        );
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        assert!(
            to_html("\u{1b}[38;2;1;2;3mx")
                .unwrap_err()
                .contains("38;2;1;2;3")
        );
        assert!(to_html("\u{1b}[55mx").unwrap_err().contains("55"));
        assert!(to_html("\u{1b}[2Jx").is_err());
        assert!(to_html("\u{1b}]8;;x").is_err());
    }

    #[test]
    fn plain_keeps_the_characters_only() {
        assert_eq!(plain("\u{1b}[1ma\u{1b}[0m<b>").unwrap(), "a<b>");
    }
}
