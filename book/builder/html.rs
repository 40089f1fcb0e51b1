//! Just enough HTML: the elements of a page with their attributes and text.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// A start tag, and the text up to the next tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// In lower case, as are the attributes' names.
    pub name: String,
    /// Name and value.
    pub attributes: Vec<(String, String)>,
    /// What stands between this tag and the next.
    pub text: String,
    /// The line that the tag ends on, counted from 1.
    pub line: usize,
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(n, _)| n == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether one of the element's classes is `class`.
    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|all| all.split_whitespace().any(|c| c == class))
    }
}

/// The elements of a page or a picture, in the order of their start tags.
pub fn elements(text: &str) -> Vec<Element> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Elements::default(), TokenizerOpts::default());
    // A sink that never suspends for a script is done after one call.
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.take()
}

#[derive(Default)]
struct Elements(RefCell<Vec<Element>>);

impl TokenSink for Elements {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut elements = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let name = tag.name.to_string();
                let attributes = tag
                    .attrs
                    .iter()
                    .map(|attr| (attr.name.local.to_string(), attr.value.to_string()))
                    .collect();
                let raw = match &*name {
                    "script" => Some(RawKind::ScriptData),
                    "style" => Some(RawKind::Rawtext),
                    _ => None,
                };
                let line = usize::try_from(line).unwrap_or(usize::MAX);
                elements.push(Element {
                    name,
                    attributes,
                    text: String::new(),
                    line,
                });
                if let Some(raw) = raw {
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::CharacterTokens(text) => {
                if let Some(last) = elements.last_mut() {
                    last.text.push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_come_with_attributes_text_and_line() {
        let all = elements("<!doctype html>\n<p id='x' class=\"a b\">one &amp; two<br/></p>");
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].attribute("id"), all[0].line), (Some("x"), 2));
        assert_eq!(all[0].text, "one & two");
        assert!(all[0].has_class("b") && !all[0].has_class("c"));
    }

    #[test]
    fn tags_in_a_script_are_none() {
        assert_eq!(
            elements("<script>let a = '<a href=x>';</script><b>").len(),
            2
        );
    }
}
