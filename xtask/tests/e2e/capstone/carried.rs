//! Which of the functions that a learner writes the capstone runs, as its chapter lists
//! them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::items::ownership::owner;
use xtask::items::{Item, items};
use xtask::workspace::{Exercise, MAIN_TRACK, Workspace};

use super::{assert_in_the_book, check, without_openssl};
use crate::learner::Learner;

/// Where a function that is run says so.
const LIST: &str = "WORKSHOP_CARRIED";

/// Compares the list in the book with what is run on the solutions.
pub fn is_as_the_book_says(learner: &Learner) {
    let workspace = Workspace::load(&learner.root).unwrap();
    let exercises = workspace.exercises.iter();
    let layers: Vec<&Exercise> = exercises
        .filter(|exercise| exercise.track == MAIN_TRACK)
        .collect();
    let layers: Vec<(&Exercise, Sources)> = layers
        .into_iter()
        .map(|exercise| (exercise, Sources::of(exercise)))
        .collect();
    for (_, sources) in &layers {
        sources.write(|file| file.telling());
    }
    let list = learner.root.join("target/carried.txt");
    fs::create_dir_all(list.parent().unwrap()).unwrap();
    // The first builds it; and what OpenSSL sends does not count, as it may not be there.
    for prepare in [|_: &mut Command| {}, without_openssl] {
        fs::write(&list, "").unwrap();
        check(learner, "check capstone", |command| {
            prepare(command);
            command.env(LIST, &list);
        })
        .exits(0);
    }
    for (_, sources) in &layers {
        sources.write(|file| file.text.clone());
    }

    let told = fs::read_to_string(&list).unwrap();
    let run: BTreeSet<&str> = told.lines().collect();
    let mut shown = String::new();
    for (exercise, sources) in &layers {
        let name = exercise.solution.file_name().unwrap().to_string_lossy();
        let _ = writeln!(shown, "{}", name.split_once('-').unwrap().1);
        let functions = sources.0.iter().flat_map(|file| &file.functions);
        let (run, not): (BTreeSet<_>, BTreeSet<_>) =
            functions.partition(|function| run.contains(function.tag.as_str()));
        shown += &row("run  ", &run);
        shown += &row("not  ", &not);
    }
    assert_in_the_book("capstone-carried", &shown);
}

/// `  run  Reader::left, Reader::new`, in lines of at most 80 columns.
fn row(first: &str, functions: &BTreeSet<&Function>) -> String {
    let mut row = format!("  {first}");
    let mut width = row.len();
    for (at, function) in functions.iter().enumerate() {
        let comma = if at + 1 < functions.len() { ", " } else { "" };
        let name = format!("{}{comma}", function.path);
        if width + name.trim_end().len() > 80 {
            row = format!("{}\n  {:2$}", row.trim_end(), "", first.len());
            width = 2 + first.len();
        }
        width += name.len();
        row += &name;
    }
    match functions.is_empty() {
        true => String::new(),
        false => row + "\n",
    }
}

/// The files of a layer with functions that a learner writes.
struct Sources(Vec<File>);

struct File {
    path: PathBuf,
    text: String,
    functions: Vec<Function>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Function {
    path: String,
    /// Its name among those of all layers.
    tag: String,
    /// Where its body begins in the text.
    body: usize,
}

impl Sources {
    fn of(exercise: &Exercise) -> Sources {
        let files = fs::read_dir(exercise.solution.join("src")).unwrap();
        let files = files.map(|file| file.unwrap().path());
        let files = files.filter(|path| path.extension().is_some_and(|it| it == "rs"));
        Sources(files.map(|path| File::of(exercise, &path)).collect())
    }

    fn write(&self, text: impl Fn(&File) -> String) {
        for file in &self.0 {
            fs::write(&file.path, text(file)).unwrap();
        }
    }
}

impl File {
    fn of(exercise: &Exercise, path: &Path) -> File {
        let text = fs::read_to_string(path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let steps = &exercise.manifest.steps;
        let written = |item: &Item| owner(steps, &name, Some(&item.path)).is_some();
        let mut leaves = Vec::new();
        for item in items(&text).unwrap() {
            match item.is_container() {
                true => leaves.extend(item.children),
                false => leaves.push(item),
            }
        }
        let function = |item: Item| {
            Some(Function {
                tag: format!("{} {}", exercise.id(), item.path),
                body: body(&text, &item)?,
                path: item.path,
            })
        };
        let mut functions: Vec<Function> = leaves
            .into_iter()
            .filter(written)
            .filter_map(function)
            .collect();
        functions.sort_by_key(|function| function.body);
        File {
            path: path.to_owned(),
            text,
            functions,
        }
    }

    /// The text, with functions that say when they are run for the first time.
    fn telling(&self) -> String {
        let mut text = self.text.clone();
        for function in self.functions.iter().rev() {
            let tell = format!(
                "{{ static TOLD: std::sync::Once = std::sync::Once::new(); TOLD.call_once(|| {{ \
                 let list = std::env::var_os(\"{LIST}\").unwrap(); \
                 let mut list = std::fs::File::options().append(true).open(list).unwrap(); \
                 std::io::Write::write_all(&mut list, b\"{}\\n\").unwrap(); }}); }}",
                function.tag
            );
            text.insert_str(function.body, &tell);
        }
        text
    }
}

/// Where the body of a function begins. Nothing if the item has none.
fn body(text: &str, item: &Item) -> Option<usize> {
    let name = item.path.rsplit("::").next()?;
    let signature = text[item.range.clone()].find(&format!("fn {name}"))?;
    let brace = text[item.range.clone()][signature..].find("{\n")?;
    Some(item.range.start + signature + brace + 1)
}
