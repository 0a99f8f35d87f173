//! `detente completions` and `detente man`: made from the definition of the command line.

use crate::{CliError, args, output};

pub(crate) fn completions(shell: clap_complete::Shell) -> Result<(), CliError> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "detente", &mut out);
    output::answer(&String::from_utf8_lossy(&out))
}

/// The manual page of the program, or of the command at `path`.
pub(crate) fn man(path: &[String]) -> Result<(), CliError> {
    let command = find(path)?;
    let mut out = Vec::new();
    let page = clap_mangen::Man::new(command.clone());
    page.render_title(&mut out)?;
    page.render_name_section(&mut out)?;
    page.render_synopsis_section(&mut out)?;
    out.extend_from_slice(examples(&command).as_bytes());
    page.render_description_section(&mut out)?;
    page.render_options_section(&mut out)?;
    if command.has_subcommands() {
        page.render_subcommands_section(&mut out)?;
    }
    page.render_version_section(&mut out)?;
    output::answer(&String::from_utf8_lossy(&out))
}

/// The command at a path such as `ledger add`, named as its page is: `detente-ledger-add`.
fn find(path: &[String]) -> Result<clap::Command, CliError> {
    let mut command = args::command().disable_help_subcommand(true);
    command.build();
    for name in path {
        let inner = command.find_subcommand(name).cloned();
        command = inner.ok_or_else(|| {
            CliError::NotFound(format!("there is no command `{}`; `detente --help` lists them", path.join(" ")))
        })?;
    }
    let name = [&["detente".to_owned()], path].concat().join("-");
    Ok(command.display_name(name))
}

/// The examples of a command as a section, each line as it is typed.
fn examples(command: &clap::Command) -> String {
    let Some(help) = command.get_before_help() else { return String::new() };
    let text = help.to_string();
    let lines = text.lines().skip(1).map(|line| line.trim().replace('\\', "\\e").replace('-', "\\-"));
    // `\&` keeps a line that begins with a dot or a quote from being taken as a request.
    let lines: Vec<String> = lines.map(|line| format!("\\&{line}")).collect();
    format!(".SH EXAMPLES\n.nf\n{}\n.fi\n", lines.join("\n"))
}
