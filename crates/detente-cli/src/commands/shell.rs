//! `detente completions` and `detente man`: made from the definition of the command line.

use crate::{CliError, args, output};

pub(crate) fn completions(shell: clap_complete::Shell) -> Result<(), CliError> {
    let mut out = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "detente", &mut out);
    output::answer(&String::from_utf8_lossy(&out))
}

pub(crate) fn man() -> Result<(), CliError> {
    let mut out = Vec::new();
    clap_mangen::Man::new(args::command()).render(&mut out)?;
    output::answer(&String::from_utf8_lossy(&out))
}
