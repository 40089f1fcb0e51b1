//! What is known of each case: the manifest in `facts/`, as data.
//!
//! `facts/index.toml` lists the documents and the concepts, and
//! `facts/<document>.toml` the cases of each document, in the order in which
//! the document comes to them. `facts/workshop.toml` has those that are in none
//! of them: its programs are all ours. A case is stated here once: the tests, the
//! command line and the book all read it from here. Why the compiler answers as
//! it does is told by the comment that leads the program.

use std::fmt;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// All that is known, of all cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The documents, in the order to show them.
    pub documents: Vec<Document>,
    /// What the cases are about, in the order to show it.
    pub concepts: Vec<Concept>,
}

/// A document that describes errors, or whose missing part is reconstructed; or the workshop
/// itself, for what no document describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Names its manifest and its folders: `part-1`.
    pub id: String,
    /// One line of Markdown.
    pub title: String,
    /// Its cases.
    pub cases: Vec<Fact>,
}

/// What a number of cases are about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Concept {
    /// Never changes: links and searches use it.
    pub id: String,
    /// One line of Markdown.
    pub title: String,
    /// The exercise that trains it, if one does.
    pub exercise: Option<String>,
}

/// One case: what is claimed, what the document says, what the compiler says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fact {
    /// Never changes: the name of its files, and of its anchor in the book.
    pub id: String,
    /// The document's id; the manifest's name says it.
    #[serde(skip)]
    pub document: String,
    /// The document's section.
    pub section: String,
    /// The id of a [`Concept`].
    pub concept: String,
    /// Where in the document it comes from.
    pub source: Source,
    /// One sentence of Markdown.
    pub claim: String,
    /// How it ends according to the document; nothing where the case is ours.
    pub documented: Option<Outcome>,
    /// The errors that the compiler gives, in its order; none if it compiles.
    #[serde(default)]
    pub errors: Vec<FactError>,
    /// The accepted case that is this one repaired, if it is refused in one edition or the other.
    pub repaired_by: Option<String>,
    /// Why the document and today's compiler disagree, in one to three sentences.
    pub drift: Option<String>,
    /// The Polonius checker of a nightly compiler accepts what this one refuses.
    #[serde(default)]
    pub polonius_accepts: bool,
    /// What the compiler says in edition 2021, where that is something else.
    pub edition_2021: Option<OtherEdition>,
    /// The edition that `errors` is about.
    #[serde(skip)]
    pub edition: Edition,
}

/// What is different in another edition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherEdition {
    /// The errors that the compiler gives; none if it compiles.
    pub errors: Vec<FactError>,
}

/// An error, as far as it is a fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactError {
    /// `E0499`, [`NO_CODE`], or `lint:` and the name of a lint: see [`code`].
    pub code: String,
    /// The first line, without its code. What is between backticks depends on
    /// the program's names: see [`shape`].
    pub message: String,
}

/// How a case ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// With errors.
    Fails,
    /// Without an error and without a warning.
    Compiles,
}

/// Where in a document a case comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The document has code that does this.
    Code,
    /// The document has it as a line of code that is commented out.
    Comment,
    /// The document says so, without code.
    Prose,
    /// It follows from what the document says, which does not say so itself.
    Probe,
    /// It is in no document: a repair of ours, a reconstruction, or an error that all of
    /// them leave out.
    Ours,
}

/// An edition of the language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edition {
    /// Where a few cases end in another way.
    E2021,
    /// The one that all cases are checked in.
    #[default]
    E2024,
}

/// The package that checks a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Harness {
    /// `compile-fail` itself, which needs nothing but the standard library.
    Plain,
    /// The one that has the crates of the fourth document.
    SelfReferential,
    /// The one whose edition is 2021.
    Edition2021,
}

/// Stands for the code of an error that has none, as most that are about
/// lifetimes.
pub const NO_CODE: &str = "no-code";

/// Leads the name of a lint where it stands for a code.
pub const LINT: &str = "lint:";

impl Facts {
    /// Reads `facts/` in the suite's folder.
    pub fn open(suite: &Path) -> Result<Facts, String> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Index {
            document: Vec<Listed>,
            concept: Vec<Concept>,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Listed {
            id: String,
            title: String,
        }
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Manifest {
            case: Vec<Fact>,
        }
        let index: Index = read(suite, "index")?;
        let mut documents = Vec::new();
        for Listed { id, title } in index.document {
            let Manifest { case: mut cases } = read(suite, &id)?;
            for fact in &mut cases {
                fact.document.clone_from(&id);
            }
            documents.push(Document { id, title, cases });
        }
        let concepts = index.concept;
        Ok(Facts {
            documents,
            concepts,
        })
    }

    /// All cases in edition 2024, in order.
    pub fn cases(&self) -> impl Iterator<Item = &Fact> {
        self.documents.iter().flat_map(|document| &document.cases)
    }

    /// The cases that end in another way in edition 2021, and how.
    pub fn in_edition_2021(&self) -> impl Iterator<Item = Fact> {
        self.cases().filter_map(Fact::in_edition_2021)
    }

    /// The case with this id, in edition 2024.
    pub fn case(&self, id: &str) -> Option<&Fact> {
        self.cases().find(|fact| fact.id == id)
    }

    /// The concept with this id.
    pub fn concept(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    /// The cases that the accepted case with this id repairs.
    pub fn repairs(&self, id: &str) -> impl Iterator<Item = &Fact> {
        self.cases()
            .filter(move |fact| fact.repaired_by.as_deref() == Some(id))
    }
}

impl Fact {
    /// How it ends today.
    pub fn outcome(&self) -> Outcome {
        if self.errors.is_empty() {
            Outcome::Compiles
        } else {
            Outcome::Fails
        }
    }

    /// The compiler gives errors.
    pub fn is_refused(&self) -> bool {
        self.outcome() == Outcome::Fails
    }

    /// What checks it.
    pub fn harness(&self) -> Harness {
        match (self.edition, &*self.document) {
            (Edition::E2021, _) => Harness::Edition2021,
            (Edition::E2024, "self-referential") => Harness::SelfReferential,
            (Edition::E2024, _) => Harness::Plain,
        }
    }

    /// The program, relative to the suite's folder, with forward slashes.
    pub fn program(&self) -> String {
        self.in_cases("rs")
    }

    /// The compiler's words, relative to the suite's folder, if it has any.
    pub fn stderr(&self) -> Option<String> {
        self.is_refused().then(|| self.in_cases("stderr"))
    }

    /// The recording that is quoted and drawn, relative to the suite's folder.
    pub fn recording(&self) -> Option<String> {
        let folder = match self.edition {
            Edition::E2021 => Harness::Edition2021.folder(),
            Edition::E2024 => &self.document,
        };
        self.is_refused()
            .then(|| format!("recorded/{folder}/{}.json", self.id))
    }

    fn in_cases(&self, extension: &str) -> String {
        let harness = self.harness();
        let mut path = match harness {
            Harness::Plain => format!("cases/{}/", self.document),
            _ => format!("{}/cases/", harness.folder()),
        };
        if !self.is_refused() {
            path += "accepted/";
        }
        format!("{path}{}.{extension}", self.id)
    }

    fn in_edition_2021(&self) -> Option<Fact> {
        let OtherEdition { errors } = self.edition_2021.clone()?;
        Some(Fact {
            repaired_by: self.repaired_by.clone().filter(|_| !errors.is_empty()),
            errors,
            edition: Edition::E2021,
            ..self.clone()
        })
    }
}

impl Harness {
    /// All there are.
    pub const ALL: [Harness; 3] = [
        Harness::Plain,
        Harness::SelfReferential,
        Harness::Edition2021,
    ];

    /// Its folder, relative to the suite's: the empty path, or one name.
    pub fn folder(self) -> &'static str {
        match self {
            Harness::Plain => "",
            Harness::SelfReferential => "self-referential",
            Harness::Edition2021 => "edition-2021",
        }
    }

    /// The edition of its package.
    pub fn edition(self) -> Edition {
        match self {
            Harness::Plain | Harness::SelfReferential => Edition::E2024,
            Harness::Edition2021 => Edition::E2021,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Edition::E2021 => "2021",
            Edition::E2024 => "2024",
        })
    }
}

/// What a fact calls an error with this code in rustc's JSON, where a lint's
/// name stands in the code's place.
pub fn code(recorded: Option<&str>) -> String {
    match recorded {
        None => NO_CODE.into(),
        Some(code) if is_error_code(code) => code.into(),
        Some(lint) => format!("{LINT}{lint}"),
    }
}

/// `E` and four digits.
pub fn is_error_code(word: &str) -> bool {
    let digits = word.strip_prefix('E').unwrap_or_default();
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first line of a message, with `…` for what is between backticks: the
/// rest is the same whatever the program's own names are.
pub fn shape(message: &str) -> String {
    let first = message.lines().next().unwrap_or_default();
    let mut shape = String::new();
    for (at, part) in first.split('`').enumerate() {
        match at % 2 {
            0 => shape += part,
            _ => shape += "`…`",
        }
    }
    shape
}

fn read<T: DeserializeOwned>(suite: &Path, name: &str) -> Result<T, String> {
    let file = format!("facts/{name}.toml");
    let text = fs::read_to_string(suite.join(&file))
        .map_err(|error| format!("{file} cannot be read: {error}"))?;
    toml::from_str(&text).map_err(|error| format!("{file}: {error}"))
}
