//! `gainsay open`: the explorer in the browser.

use std::net::{Ipv4Addr, SocketAddrV4, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result, bail};
use gainsay_dossier::Dossier;
use gainsay_language::Tagger;
use gainsay_record::{Article, Statement};
use gainsay_server::{Extract, Settings};

use crate::args::{Build, Inputs, Open};
use crate::outcome::Outcome;
use crate::{build, output};

/// Builds a dossier where articles are given, and serves it until the process is stopped.
///
/// # Errors
/// If the dossier cannot be opened or built, or nothing can be listened on.
pub fn run(options: &Open) -> Result<Outcome> {
    let dossier = dossier(options)?;
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, options.port.unwrap_or(0));
    let listener = TcpListener::bind(address)
        .with_context(|| format!("port {} cannot be listened on", address.port()))?;
    let url = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
    let settings = Settings {
        read_only: options.read_only,
        extract: if options.read_only { None } else { Some(Arc::new(Model::default())) },
        now: || jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
        dossier,
    };
    output::write(|out| writeln!(out, "{url}"))?;
    if !options.quiet {
        eprintln!(
            "{} is open there, on this machine only; stop with Ctrl-C",
            settings.dossier.display()
        );
    }
    if !options.no_browser {
        browse(&url);
    }
    gainsay_server::serve(listener, settings)?;
    Ok(Outcome::Done)
}

/// The dossier that is meant: the file given, or one built from the articles given.
fn dossier(options: &Open) -> Result<PathBuf> {
    if let [only] = options.paths.as_slice()
        && options.output.is_none()
        && is_dossier(only)
    {
        return Ok(only.clone());
    }
    if let Some(dossier) = options.paths.iter().find(|path| is_dossier(path)) {
        bail!(
            "{} is a dossier; open it alone, or add to it: gainsay build PATH... -o {0}",
            dossier.display()
        );
    }
    let output = match &options.output {
        Some(output) => output.clone(),
        None => beside(&options.paths[0])?,
    };
    let inputs = Inputs { paths: options.paths.clone(), threads: None, quiet: options.quiet };
    build::run(&Build { inputs, output: output.clone(), parties: None, show: false, json: false })?;
    Ok(output)
}

/// Where a dossier is put that nobody named: beside the articles, under their name.
fn beside(first: &Path) -> Result<PathBuf> {
    if first == Path::new("-") {
        bail!("say where to keep what is read from standard input: -o FILE");
    }
    let whole = first.canonicalize().with_context(|| first.display().to_string())?;
    let name = whole.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(first.parent().unwrap_or(Path::new("")).join(format!("{name}.gainsay")))
}

/// Whether a file begins as dossiers do. Whether it is one that can be read is told when it is
/// opened.
fn is_dossier(path: &Path) -> bool {
    use std::io::Read;
    let mut head = [0; 16];
    path.is_file()
        && std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok()
        && head == *b"SQLite format 3\0"
        && !matches!(Dossier::open_read_only(path), Err(gainsay_dossier::Error::NotSqlite { .. }))
}

/// The model is loaded when the first article is added: opening a dossier needs none.
#[derive(Default)]
struct Model(OnceLock<Result<Tagger, String>>);

impl Model {
    fn tagger(&self) -> Result<&Tagger, String> {
        let loaded = self.0.get_or_init(|| Tagger::embedded().map_err(|error| error.to_string()));
        loaded.as_ref().map_err(Clone::clone)
    }
}

impl Extract for Model {
    fn made_by(&self) -> Result<String, String> {
        Ok(build::made_by(self.tagger()?))
    }

    fn statements(&self, article: &Article) -> Result<Vec<Statement>, String> {
        gainsay_statements::extract(self.tagger()?, article)
            .map(|found| found.statements)
            .map_err(|error| error.to_string())
    }
}

/// Asks the desktop for a browser. That there is none is no failure: the address is printed.
fn browse(url: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    let quiet = || Stdio::null();
    let started =
        Command::new(opener).arg(url).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    if started.is_err() {
        eprintln!("no browser could be opened; the address is above");
    }
}
