//! Runs mdBook on the pages after their directives have been obeyed.

use std::path::Path;

use mdbook_driver::MDBook;
use mdbook_driver::book::{BookItem, Chapter};
use mdbook_driver::config::Config;

use crate::problem::Problem;
use crate::rust_block::RustBlock;
use crate::warnings;
use crate::workshop::Workshop;
use crate::{museum, page};

/// What is known about a book that has been written.
#[derive(Debug, Default)]
pub struct Book {
    /// All Rust code in it.
    pub blocks: Vec<RustBlock>,
    /// The commands whose help it shows.
    pub commands: Vec<String>,
}

/// Builds the book of the workshop at `root` into `dest`.
pub fn render(root: &Path, dest: &Path) -> Result<Book, Vec<Problem>> {
    let workshop = Workshop::load(root).map_err(|problem| vec![problem])?;
    let (result, mut problems) = warnings::collect(|| render_quietly(&workshop, dest));
    match result {
        Ok(book) if problems.is_empty() => Ok(book),
        Ok(_) => Err(problems),
        Err(more) => {
            problems.extend(more);
            Err(problems)
        }
    }
}

fn render_quietly(workshop: &Workshop, dest: &Path) -> Result<Book, Vec<Problem>> {
    let broken = |error: mdbook_driver::errors::Error| vec![in_book(&error)];
    let root = workshop.workspace.root.join("book");
    // Not `MDBook::load`: that also obeys environment variables.
    let mut config = Config::from_disk(root.join("book.toml")).map_err(broken)?;
    config.build.build_dir = dest.to_owned();
    let mut mdbook = MDBook::load_with_config(&root, config).map_err(broken)?;

    let mut book = Book::default();
    let mut problems = Vec::new();
    mdbook.book.for_each_chapter_mut(|chapter: &mut Chapter| {
        let Some(path) = &chapter.source_path else {
            return;
        };
        let path = path.to_string_lossy().replace('\\', "/");
        let page = page::expand(workshop, &path, &chapter.content);
        chapter.content = page.markdown;
        book.blocks.extend(page.blocks);
        book.commands.extend(page.commands);
        problems.extend(page.problems);
    });
    add_museum(workshop, &mut mdbook.book.items, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    mdbook.build().map_err(broken)?;
    Ok(book)
}

/// Puts the pages of the museum behind those that lead to them.
fn add_museum(workshop: &Workshop, items: &mut Vec<BookItem>, problems: &mut Vec<Problem>) {
    let leads_there = |item: &BookItem| match item {
        BookItem::Chapter(chapter) => {
            let path = chapter.source_path.as_ref();
            path.is_some_and(|path| path.to_string_lossy().starts_with("museum"))
        }
        _ => false,
    };
    let Some(last) = items.iter().rposition(leads_there) else {
        return;
    };
    match museum::pages(workshop) {
        Err(words) => problems.push(Problem::in_file("compile-fail", words)),
        Ok(pages) => {
            let made = pages.into_iter().map(|page| {
                let chapter = Chapter::new(&page.title, page.markdown, page.path, Vec::new());
                BookItem::Chapter(chapter)
            });
            items.splice(last + 1..last + 1, made);
        }
    }
}

fn in_book(error: &mdbook_driver::errors::Error) -> Problem {
    Problem::in_file("book", format!("{error:#}"))
}
