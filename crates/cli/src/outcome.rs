//! How a command ends, and how it says what went wrong.

use std::process::ExitCode;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All was done: exit code 0.
    Done,
    /// Something was not: an input that could not be read, a span that does not hold: exit code 1.
    /// (Wrong arguments exit with 2; that is clap's business.)
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Failed => ExitCode::from(1),
        }
    }
}

/// Prints an error with what caused it on standard error. Causes that only repeat what was said
/// are left out.
pub fn complain(error: &anyhow::Error) {
    let mut message = error.to_string();
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if !message.contains(&cause) {
            message.push_str(": ");
            message.push_str(&cause);
        }
    }
    // Paths and quoted input may hold control characters; the terminal must not obey them.
    let message: String =
        message.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect();
    eprintln!("gainsay: {message}");
}
