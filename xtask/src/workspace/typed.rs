//! What was typed to say which exercise is meant, and what can be told about it where
//! that is more than an id.

use clap::CommandFactory;

use crate::cli::{Cli, More};
use crate::commands::capstone::ID as CAPSTONE;

/// The words behind a command that name an exercise.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// The command: `hint`.
    pub command: &'a str,
    /// The first word, if there is one.
    pub id: Option<&'a str>,
    /// The words behind it. No command has a use for them.
    pub more: &'a [String],
}

/// Puts together what a command was called with.
pub fn typed<'a>(command: &'a str, id: Option<&'a String>, more: &'a More) -> Typed<'a> {
    Typed {
        command,
        id: id.map(String::as_str),
        more: &more.words,
    }
}

impl Typed<'_> {
    /// All words.
    pub fn whole(&self) -> String {
        let words = self
            .id
            .into_iter()
            .chain(self.more.iter().map(|word| &**word));
        words.collect::<Vec<_>>().join(" ")
    }

    /// What to say about the words behind the id of an exercise.
    pub fn about_more(&self, id: &str) -> String {
        let command = self.command;
        let words = self.more.join(" ");
        let number = match self.more {
            [number] => Some(number),
            [step, number] if step.eq_ignore_ascii_case("step") => Some(number),
            _ => None,
        };
        let number = number.filter(|word| word.parse::<u32>().is_ok());
        let options = ["step", "number"];
        let mut options = options.into_iter().filter(|option| takes(command, option));
        match (number, options.next()) {
            // The capstone has no steps.
            (Some(number), Some(option)) if id != CAPSTONE => format!(
                "`{words}` behind `{id}` means nothing; with an option it does:\n\
                 `cargo xtask {command} {id} --{option} {number}`"
            ),
            _ => format!(
                "`{command}` takes one exercise: what is `{words}` behind `{id}`?\n\
                 `cargo xtask {command} --help` shows what else can be said."
            ),
        }
    }

    /// What to say instead of `all`, if there is something.
    pub fn for_all(&self) -> Option<String> {
        if !self.whole().eq_ignore_ascii_case("all") {
            return None;
        }
        let line = match self.command {
            "check" => "check --all",
            // Without an id these go through everything.
            "verify" | "bless" => self.command,
            _ => return None,
        };
        Some(format!(
            "no exercise is called `all`; for all of them there is `cargo xtask {line}`"
        ))
    }
}

/// Whether a command has an option of this name.
fn takes(command: &str, option: &str) -> bool {
    let cli = Cli::command();
    let command = cli.find_subcommand(command);
    command.is_some_and(|command| {
        let mut arguments = command.get_arguments();
        arguments.any(|argument| argument.get_long() == Some(option))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_number_behind_the_id_belongs_behind_an_option() {
        let said = |command, more: &str| {
            let more = words(more);
            let (id, more) = (Some("exercise-6"), &*more);
            Typed { command, id, more }.about_more("exercise-6")
        };
        for more in ["2", "step 2", "Step 2"] {
            let said = said("hint", more);
            assert!(
                said.ends_with("`cargo xtask hint exercise-6 --step 2`"),
                "{said}"
            );
        }
        let restore = said("restore", "2");
        assert!(
            restore.ends_with("restore exercise-6 --number 2`"),
            "{restore}"
        );
        for (command, more) in [("reset", "2"), ("hint", "now"), ("hint", "2 3")] {
            let said = said(command, more);
            assert!(said.contains("takes one exercise"), "{said}");
        }
    }

    #[test]
    fn all_is_said_otherwise() {
        let for_all = |command, id| {
            let more = &[];
            Typed { command, id, more }.for_all()
        };
        for (command, line) in [
            ("check", "check --all"),
            ("verify", "verify"),
            ("bless", "bless"),
        ] {
            let said = for_all(command, Some("all")).unwrap();
            assert!(said.ends_with(&format!("`cargo xtask {line}`")), "{said}");
        }
        assert_eq!(for_all("reset", Some("all")), None);
        assert_eq!(for_all("check", Some("a")), None);
        assert_eq!(for_all("check", None), None);
    }
}
