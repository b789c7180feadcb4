//! The command line. Every option is documented here, where it is defined.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use gainsay_record::Act;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Yellow.on_default().bold())
    .usage(AnsiColor::Yellow.on_default().bold())
    .literal(AnsiColor::Green.on_default())
    .placeholder(AnsiColor::Cyan.on_default());

/// Who said what about whom, and who denied it.
///
/// Reads news articles and keeps the record of every attributed statement: speaker, act, target,
/// and the exact place in the text. Works offline; asserts nothing that is not in a source.
#[derive(Debug, Parser)]
#[command(
    name = "gainsay", version, styles = STYLES, max_term_width = 100,
    after_help = "Exit codes: 0 all done; 1 something was not (the message says what; the rest was \
                  done); 2 wrong arguments.",
    after_long_help = EXAMPLES
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  gainsay build articles/ -o dispute.gainsay    read a folder into a dossier
  gainsay show dispute.gainsay                  who said what, party by party
  gainsay export dispute.gainsay                everything, as JSON Lines
  gainsay search dispute.gainsay by:x act:deny  find statements
  gainsay verify dispute.gainsay                prove every span against its article
  gainsay extract article.html | jq .           one article's statements as JSON

Exit codes:
  0  all done
  1  something was not: an input that could not be read, a span that does not hold;
     the message says what, and everything else was done
  2  wrong arguments";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the statements of articles as JSON, one line an article
    #[command(after_help = "Examples:\n  \
        gainsay extract article.txt\n  \
        gainsay extract pages/ --with text > statements.jsonl\n  \
        curl -s https://paper.example/story | gainsay extract -")]
    Extract(Extract),
    /// Read articles into a dossier: one SQLite file
    #[command(
        after_help = "A dossier may be built on: inputs that have not changed are skipped. A \
        build may be stopped at any moment; the same command goes on where it stopped.\n\n\
        Examples:\n  \
        gainsay build articles/ -o dispute.gainsay\n  \
        gainsay build more.jsonl page.html -o dispute.gainsay --show"
    )]
    Build(Build),
    /// Print a dossier: parties with their statements
    #[command(after_help = "Examples:\n  \
        gainsay show dispute.gainsay\n  \
        gainsay show dispute.gainsay --party Varnia --act deny --act accuse\n  \
        gainsay show dispute.gainsay --all | less -R\n  \
        gainsay show dispute.gainsay --json | jq '.lanes[].name'")]
    Show(Show),
    /// Print the contested claims of a dossier: who asserts, who denies, what stands unanswered
    #[command(after_help = "Examples:\n  gainsay allegations dispute.gainsay\n  \
        gainsay allegations dispute.gainsay --json | jq '.[] | select(.unanswered)'")]
    Allegations(Listing),
    /// Print which statement answers which, how, and why it is taken so
    #[command(after_help = "Examples:\n  gainsay answers dispute.gainsay\n  \
        gainsay answers dispute.gainsay --json | jq '.[] | select(.kind == \"deny\")'")]
    Answers(Listing),
    /// Print what is reported more than once: by whom first, copied or not, in which words
    #[command(after_help = "Examples:\n  gainsay echoes dispute.gainsay\n  \
        gainsay echoes dispute.gainsay --json | jq '.[] | select(.originals > 2)'")]
    Echoes(Listing),
    /// Print a whole dossier as JSON Lines
    #[command(
        after_help = "Each line has a type: article, statement, party, echo, allegation, position, answer or \
        story. Ids are made \
        from content: the same articles give the same lines.\n\n\
        Examples:\n  \
        gainsay export dispute.gainsay > dispute.jsonl\n  \
        gainsay export dispute.gainsay | jq 'select(.type == \"echo\")'"
    )]
    Export(Export),
    /// Print the parties of a dossier: names, roles, whom they speak for
    #[command(after_help = "Examples:\n  gainsay parties dispute.gainsay\n  \
        gainsay parties dispute.gainsay --json | jq '.[].aliases'")]
    Parties(Parties),
    /// Find statements: by whom, about what, at whom, when
    #[command(
        after_help = "Examples:\n  \
        gainsay search dispute.gainsay by:varnia act:deny,refuse\n  \
        gainsay search dispute.gainsay 'about:\"the cable\" after:2031-03 -in:courier'\n  \
        gainsay search dispute.gainsay by:varnia --csv > varnia.csv",
        after_long_help = LANGUAGE
    )]
    Search(Search),
    /// Print statements by the day they were said
    #[command(after_help = "QUERY is that of `gainsay search`.\n\nExamples:\n  \
        gainsay timeline dispute.gainsay\n  \
        gainsay timeline dispute.gainsay by:varnia target:lorrimond")]
    Timeline(Timeline),
    /// Read every article of a dossier again and prove every span
    #[command(after_help = "Examples:\n  gainsay verify dispute.gainsay\n  \
        gainsay verify dispute.gainsay --json")]
    Verify(Verify),
    /// See a dossier in the browser: who said what, who denied it, and where it stands
    #[command(after_help = "Given articles, they are read into a dossier first. The explorer \
        answers this machine only.\n\nExamples:\n  \
        gainsay open dispute.gainsay\n  \
        gainsay open articles/ -o dispute.gainsay\n  \
        gainsay open dispute.gainsay --read-only --no-browser --port 8080")]
    Open(Open),
    /// Write the explorer of a dossier as a folder that any web host can serve
    #[command(after_help = "The same dossier gives the same bytes. A folder that was published \
        before is written anew; any other that is not empty is left alone.\n\nExample:\n  \
        gainsay publish dispute.gainsay -o public/")]
    Publish(Publish),
    /// Print, export or apply what people corrected in the explorer
    #[command(subcommand)]
    Corrections(Corrections),
    /// Print a completion script for a shell
    #[command(after_help = "Example:\n  \
        gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay")]
    Completions {
        /// Which shell
        shell: Shell,
    },
}

/// What extra `extract` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum With {
    /// The text that offsets refer to, also where it is the input itself
    Text,
    /// Every name, role and pronoun, with what it names and whom it means
    Mentions,
    /// Every temporal expression, with its TIMEX3 type and value
    Times,
}

/// Options of `extract`.
#[derive(Debug, Args)]
pub struct Extract {
    #[command(flatten)]
    pub inputs: Inputs,
    /// Print more about each article
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub with: Vec<With>,
}

/// Options of `build`.
#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub inputs: Inputs,
    /// The dossier, made where there is none
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// What you know of parties, as JSON Lines: name, aliases, kind, roles with dates, speaks_for;
    /// it outranks what the articles suggest and stays until another file is given
    #[arg(long, value_name = "FILE")]
    pub parties: Option<PathBuf>,
    /// Print the dossier when it is built
    #[arg(long)]
    pub show: bool,
    /// Print what was done as JSON
    #[arg(long, conflicts_with = "show")]
    pub json: bool,
}

/// What is read, and how.
#[derive(Debug, Args)]
pub struct Inputs {
    /// Files (text, HTML, JSON Lines), folders of such, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How many articles to read at once [default: one a processor]
    #[arg(short = 'j', long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// No progress and no summary; errors are still printed
    #[arg(short, long)]
    pub quiet: bool,
}

impl Inputs {
    /// How many articles to read at once.
    pub fn threads(&self) -> NonZeroUsize {
        self.threads
            .or_else(|| std::thread::available_parallelism().ok())
            .unwrap_or(NonZeroUsize::MIN)
    }
}

/// Options of `show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// Only this party and who speaks for it; part of a name will do
    #[arg(long, value_name = "NAME")]
    pub party: Option<String>,
    /// Only this act: accuse, criticize, deny, admit, demand, refuse, threaten, promise, praise,
    /// decline or state; may be given several times
    #[arg(long = "act", value_name = "ACT")]
    pub acts: Vec<Act>,
    /// Also what only informs, and every party
    #[arg(long)]
    pub all: bool,
    /// Print as JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of commands that print one thing of a dossier.
#[derive(Debug, Args)]
pub struct Listing {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// Print as JSON
    #[arg(long)]
    pub json: bool,
}

/// What extra `export` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportWith {
    /// The text that offsets refer to, also where it is the input itself
    Text,
}

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// Print more about each article
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub with: Vec<ExportWith>,
}

/// Options of `parties`.
#[derive(Debug, Args)]
pub struct Parties {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// Also those who say nothing
    #[arg(long)]
    pub all: bool,
    /// Print as JSON
    #[arg(long)]
    pub json: bool,
}

const LANGUAGE: &str = "\
A query:
  cable \"cut the cable\" cab*    words, words in a row, beginnings of words
  by:varnia                      said by a party of that name or one that speaks for it;
                                 by:=Varnia by it alone, by:unknown by nobody who can be told
  target: to: via:               aimed at it, said to it, come through it
  about:cable                    with the words in the content, or aimed at a party of that name
  act: form: mode: sourcing: zone:   as the record has it; several: act:deny,refuse
  in:courier                     printed there; in:unknown
  said:2031-03 said:2031-W10..2031-05 said:unknown    said then, for certain; published: likewise
  after:2031-03 before:2031-05   from 1 March, up to 30 April; by the day of publication where
                                 nobody knows when it was said
  a b   a OR b   -a   (a OR b) c

Quote the whole query for the shell: 'by:varnia about:\"the cable\"'. Given as several arguments,
one with a space in it is taken as words in a row.

Examples:
  gainsay search dispute.gainsay by:varnia act:deny,refuse
  gainsay search dispute.gainsay 'about:\"the cable\" after:2031-03 -in:courier'
  gainsay search dispute.gainsay by:varnia --csv > varnia.csv";

/// By what `search` sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SortBy {
    /// The day said, then published
    #[default]
    Said,
    /// The day published
    Published,
    /// The speaker's name
    Speaker,
    /// The act
    Act,
    /// The outlet
    Outlet,
    /// How sure it is, the least sure first
    Confidence,
}

/// Options of `search`.
#[derive(Debug, Args)]
pub struct Search {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// What is looked for; `gainsay help search` says how
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Vec<String>,
    /// By what to sort
    #[arg(long, value_enum, value_name = "WHAT", default_value_t)]
    pub sort: SortBy,
    /// The last first; what is not known stays last
    #[arg(long)]
    pub reverse: bool,
    /// At most so many statements [default: 20; all with --json and --csv]
    #[arg(long, value_name = "N")]
    pub limit: Option<NonZeroUsize>,
    /// Go on after a page, with the token printed at its end
    #[arg(long, value_name = "TOKEN")]
    pub after: Option<String>,
    /// Print one line of JSON a statement
    #[arg(long)]
    pub json: bool,
    /// Print a table for a spreadsheet
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Print only how many there are
    #[arg(long, conflicts_with_all = ["csv", "limit", "after"])]
    pub count: bool,
}

/// Options of `timeline`.
#[derive(Debug, Args)]
pub struct Timeline {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// Which statements; `gainsay help search` says how
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    pub query: Vec<String>,
    /// Also what only informs
    #[arg(long)]
    pub all: bool,
    /// Print one line of JSON a statement, and one for the undated
    #[arg(long)]
    pub json: bool,
}

/// Options of `verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// No progress and no summary; what does not hold is still printed
    #[arg(short, long)]
    pub quiet: bool,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `open`.
#[derive(Debug, Args)]
pub struct Open {
    /// A dossier, or articles: files, folders or -
    #[arg(required = true, value_name = "FILE|PATH")]
    pub paths: Vec<PathBuf>,
    /// The dossier that articles are read into [default: beside them, under their name]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Print the address and open no browser
    #[arg(long)]
    pub no_browser: bool,
    /// The port to listen on [default: any that is free]
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Refuse corrections and new articles
    #[arg(long)]
    pub read_only: bool,
    /// Print the address and nothing else; errors are still printed
    #[arg(short, long)]
    pub quiet: bool,
}

/// Options of `publish`.
#[derive(Debug, Args)]
pub struct Publish {
    /// The dossier
    #[arg(value_name = "FILE")]
    pub dossier: PathBuf,
    /// The folder, made where there is none
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// No summary; errors are still printed
    #[arg(short, long)]
    pub quiet: bool,
}

/// What to do with the log of corrections.
#[derive(Debug, Subcommand)]
pub enum Corrections {
    /// Print the log, and what has become of each entry
    List {
        /// The dossier
        #[arg(value_name = "FILE")]
        dossier: PathBuf,
        /// Only entries whose words are in no article of the dossier
        #[arg(long)]
        orphaned: bool,
    },
    /// Print the log as JSON Lines
    #[command(after_help = "Example:\n  gainsay corrections export old.gainsay > log.jsonl")]
    Export {
        /// The dossier
        #[arg(value_name = "FILE")]
        dossier: PathBuf,
    },
    /// Apply the log of another dossier
    #[command(
        after_help = "An entry finds its words in articles with the same text; what is there \
        already is passed by; what finds no place is kept and waits for its article.\n\nExample:\n  \
        gainsay corrections apply new.gainsay log.jsonl"
    )]
    Apply {
        /// The dossier
        #[arg(value_name = "FILE")]
        dossier: PathBuf,
        /// The log, or - for standard input
        #[arg(value_name = "LOG")]
        log: PathBuf,
    },
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }
}
