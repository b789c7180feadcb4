//! The `gainsay` command: who said what about whom, and who denied it.
//!
//! This crate is the outside of the program: arguments, progress, printing. Data goes to standard
//! output, everything else to standard error; nothing but this crate prints.
#![allow(clippy::print_stderr, reason = "messages to the user are this crate's business")]

mod allegations;
mod answers;
mod args;
mod build;
mod corrections;
mod echoes;
mod export;
mod extract;
mod open;
mod outcome;
mod output;
mod parties;
mod pipeline;
mod progress;
mod publish;
mod search;
mod show;
mod timeline;
mod verify;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Arguments, Command};
use outcome::Outcome;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match arguments.command {
        Command::Extract(options) => extract::run(&options),
        Command::Build(options) => build::run(&options),
        Command::Show(options) => show::run(&options),
        Command::Allegations(options) => allegations::run(&options),
        Command::Answers(options) => answers::run(&options),
        Command::Echoes(options) => echoes::run(&options),
        Command::Export(options) => export::run(&options),
        Command::Parties(options) => parties::run(&options),
        Command::Search(options) => search::run(&options),
        Command::Timeline(options) => timeline::run(&options),
        Command::Verify(options) => verify::run(&options),
        Command::Open(options) => open::run(&options),
        Command::Publish(options) => publish::run(&options),
        Command::Corrections(options) => corrections::run(&options),
        Command::Completions { shell } => output::write(|out| {
            clap_complete::generate(shell, &mut Arguments::command(), "gainsay", out);
            Ok(())
        })
        .map(|()| Outcome::Done),
    };
    match outcome {
        Ok(outcome) => outcome.into(),
        // Whoever reads our output may stop reading: `gainsay show FILE | head` is no failure.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            outcome::complain(&error);
            Outcome::Failed.into()
        }
    }
}
