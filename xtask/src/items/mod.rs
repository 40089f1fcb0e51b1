//! The items of a Rust file, by name and by place.
//!
//! An exercise says which items a learner writes, and rustc says where an error
//! is: by line and column. This module knows which item that is. It also puts
//! items of one file into another, which is how a small wrong answer becomes a
//! whole crate that can be judged.

use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;

pub mod compare;
pub mod ownership;
pub mod place;
pub mod splice;

/// One item of a file, with those inside it.
#[derive(Debug, Clone)]
pub struct Item {
    /// `decode`, `Reader`, `Reader::take`, `<PayloadU8 as Codec>::read`, `m::f`.
    ///
    /// An inherent impl has the path of its type.
    pub path: String,
    /// What kind of item this is, as far as it makes a difference here.
    pub kind: Kind,
    /// Where it is in the text, attributes and doc comments included.
    pub range: Range<usize>,
    /// Its tokens without doc comments; of a container, only those before the brace.
    pub tokens: String,
    /// The inside of a container's braces. Empty for everything else.
    pub body: Range<usize>,
    /// The items in a container.
    pub children: Vec<Item>,
}

/// The kinds of item that are treated in different ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A `use` or an `extern crate`.
    Use,
    /// `impl Type { … }`
    Inherent,
    /// A trait impl, a trait, or a module with braces.
    Container,
    /// Something that is compiled for tests only.
    TestOnly,
    /// Everything else.
    Plain,
}

/// The items of a file, in order. The ranges count in `text` itself.
pub fn items(text: &str) -> Result<Vec<Item>, syn::Error> {
    // A byte order mark would shift every offset; nothing else needs it.
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let file = syn::parse_str::<syn::File>(&text[mark..])?;
    let mut items = list(&file.items, "");
    if mark > 0 {
        items.iter_mut().for_each(|item| item.shift(mark));
    }
    Ok(items)
}

impl Item {
    fn shift(&mut self, by: usize) {
        for range in [&mut self.range, &mut self.body] {
            *range = range.start + by..range.end + by;
        }
        self.children.iter_mut().for_each(|child| child.shift(by));
    }

    /// The part before a container's opening brace, which belongs to the container itself.
    pub fn header(&self) -> Range<usize> {
        self.range.start..self.body.start.saturating_sub(1).max(self.range.start)
    }

    /// Whether the item has braces with items in them.
    pub fn is_container(&self) -> bool {
        matches!(self.kind, Kind::Inherent | Kind::Container)
    }
}

fn list(items: &[syn::Item], module: &str) -> Vec<Item> {
    items.iter().map(|item| one(item, module)).collect()
}

fn one(item: &syn::Item, module: &str) -> Item {
    let named = |ident: &syn::Ident| format!("{module}{ident}");
    let plain = |ident: &syn::Ident| leaf(item, named(ident), Kind::Plain);
    let found = match item {
        syn::Item::Use(_) | syn::Item::ExternCrate(_) => leaf(item, "use".into(), Kind::Use),
        syn::Item::Fn(it) => plain(&it.sig.ident),
        syn::Item::Struct(it) => plain(&it.ident),
        syn::Item::Enum(it) => plain(&it.ident),
        syn::Item::Union(it) => plain(&it.ident),
        syn::Item::Const(it) => plain(&it.ident),
        syn::Item::Static(it) => plain(&it.ident),
        syn::Item::Type(it) => plain(&it.ident),
        syn::Item::TraitAlias(it) => plain(&it.ident),
        syn::Item::Macro(it) => match &it.ident {
            Some(ident) => plain(ident),
            None => {
                let path = format!("{module}{}!", last_segment(&it.mac.path));
                leaf(item, path, Kind::Plain)
            }
        },
        syn::Item::Mod(it) => match &it.content {
            None => plain(&it.ident),
            Some((brace, items)) => {
                let path = named(&it.ident);
                let children = list(items, &format!("{path}::"));
                container(item, path, Kind::Container, brace, children)
            }
        },
        syn::Item::Trait(it) => {
            let path = named(&it.ident);
            let children = it
                .items
                .iter()
                .map(|child| leaf(child, inside(&path, trait_item_name(child)), Kind::Plain))
                .collect();
            container(item, path, Kind::Container, &it.brace_token, children)
        }
        syn::Item::Impl(it) => {
            let of = type_name(&it.self_ty);
            let (path, kind) = match &it.trait_ {
                Some((name, _)) => {
                    let path = format!("{module}<{of} as {}>", last_segment(name));
                    (path, Kind::Container)
                }
                None => (format!("{module}{of}"), Kind::Inherent),
            };
            let children = it
                .items
                .iter()
                .map(|child| leaf(child, inside(&path, impl_item_name(child)), Kind::Plain))
                .collect();
            container(item, path, kind, &it.brace_token, children)
        }
        _ => leaf(item, "?".into(), Kind::Plain),
    };
    if is_test_only(item) {
        Item {
            kind: Kind::TestOnly,
            ..found
        }
    } else {
        found
    }
}

fn leaf(node: &impl ToTokens, path: String, kind: Kind) -> Item {
    Item {
        path,
        kind,
        range: node.span().byte_range(),
        tokens: without_docs(node.to_token_stream()),
        body: 0..0,
        children: Vec::new(),
    }
}

fn container(
    node: &syn::Item,
    path: String,
    kind: Kind,
    brace: &syn::token::Brace,
    children: Vec<Item>,
) -> Item {
    let mut header: Vec<TokenTree> = node.to_token_stream().into_iter().collect();
    header.pop();
    Item {
        path,
        kind,
        range: node.span().byte_range(),
        tokens: without_docs(header.into_iter().collect()),
        body: brace.span.open().byte_range().end..brace.span.close().byte_range().start,
        children,
    }
}

fn inside(container: &str, name: String) -> String {
    format!("{container}::{name}")
}

fn trait_item_name(item: &syn::TraitItem) -> String {
    match item {
        syn::TraitItem::Fn(it) => it.sig.ident.to_string(),
        syn::TraitItem::Const(it) => it.ident.to_string(),
        syn::TraitItem::Type(it) => it.ident.to_string(),
        _ => "?".into(),
    }
}

fn impl_item_name(item: &syn::ImplItem) -> String {
    match item {
        syn::ImplItem::Fn(it) => it.sig.ident.to_string(),
        syn::ImplItem::Const(it) => it.ident.to_string(),
        syn::ImplItem::Type(it) => it.ident.to_string(),
        _ => "?".into(),
    }
}

fn last_segment(path: &syn::Path) -> String {
    let last = path.segments.last();
    last.map_or_else(String::new, |segment| segment.ident.to_string())
}

/// `Reader` for `crate::Reader<'a>`; a type that is no path is written out: `[S;1]`.
fn type_name(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(it) => last_segment(&it.path),
        syn::Type::Paren(it) => type_name(&it.elem),
        syn::Type::Group(it) => type_name(&it.elem),
        other => other.to_token_stream().to_string().replace(' ', ""),
    }
}

fn is_test_only(item: &syn::Item) -> bool {
    let mut tokens = item.to_token_stream().into_iter().peekable();
    while matches!(tokens.peek(), Some(TokenTree::Punct(p)) if p.as_char() == '#') {
        tokens.next();
        if let Some(TokenTree::Group(group)) = tokens.next() {
            let attribute = group.stream().to_string().replace(' ', "");
            if attribute == "cfg(test)" {
                return true;
            }
        }
    }
    false
}

/// The tokens as text, without doc comments on any level.
fn without_docs(tokens: TokenStream) -> String {
    fn is_doc(tree: &TokenTree) -> bool {
        let TokenTree::Group(group) = tree else {
            return false;
        };
        group.delimiter() == Delimiter::Bracket
            && matches!(group.stream().into_iter().next(),
                Some(TokenTree::Ident(name)) if name == "doc")
    }
    fn is_punct(tree: &TokenTree, what: char) -> bool {
        matches!(tree, TokenTree::Punct(punct) if punct.as_char() == what)
    }
    fn strip(tokens: TokenStream) -> TokenStream {
        let mut kept: Vec<TokenTree> = Vec::new();
        for tree in tokens {
            if is_doc(&tree) {
                // `#[doc = …]` or `#![doc = …]`: what came before goes too.
                kept.pop_if(|last| is_punct(last, '!'));
                kept.pop_if(|last| is_punct(last, '#'));
                continue;
            }
            kept.push(match tree {
                TokenTree::Group(group) => {
                    proc_macro2::Group::new(group.delimiter(), strip(group.stream())).into()
                }
                other => other,
            });
        }
        kept.into_iter().collect()
    }
    strip(tokens).to_string()
}

#[cfg(test)]
mod tests;
