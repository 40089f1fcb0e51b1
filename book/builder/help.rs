//! `{{#help command}}`: what the command line says about itself.

use clap::{Command, CommandFactory};

use crate::ansi;

/// `cargo xtask`, as clap knows it.
pub fn command_line() -> Command {
    let mut command = xtask::cli::Cli::command();
    // Fills in what a usage line shows before the name of a subcommand.
    command.build();
    command
}

/// The commands that a reader must be told about.
pub fn commands() -> Vec<String> {
    command_line()
        .get_subcommands()
        .filter(|command| !command.is_hide_set() && command.get_name() != "help")
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// The help of one command, or of `cargo xtask` itself.
pub fn render(name: Option<&str>) -> Result<String, String> {
    let mut all = command_line();
    let command = match name {
        None => &mut all,
        Some(name) => all
            .find_subcommand_mut(name)
            .ok_or_else(|| format!("there is no command `cargo xtask {name}`"))?,
    };
    let help = command.render_long_help().ansi().to_string();
    let lines: Vec<_> = help.lines().map(str::trim_end).collect();
    let code = ansi::to_html(lines.join("\n").trim_end())?;
    let name = name.map(|name| format!(" {name}")).unwrap_or_default();
    Ok(format!(
        "<pre class=\"help\" tabindex=\"0\" role=\"region\" aria-label=\"Help of cargo xtask{name}\">\
         <code class=\"nohighlight\">{code}</code></pre>"
    ))
}
