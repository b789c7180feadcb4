//! `gainsay-fuzz [--seconds N] [--only TARGET] [--from N] [--list] [FILE...]`: tries cases until the
//! time is over, or the files given; what fails is made small, kept in `fuzz/findings` and named.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use gainsay_fuzz::{Seeds, TARGETS, Target, attempt, case, home, shrink};

struct Options {
    seconds: u64,
    only: Option<String>,
    from: u64,
    files: Vec<PathBuf>,
}

fn options() -> Result<Options, String> {
    let mut options = Options { seconds: 60, only: None, from: 0, files: Vec::new() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let number = |text: String| text.parse().map_err(|_| format!("{text:?} is no number"));
        match argument.as_str() {
            "--seconds" => options.seconds = number(value()?)?,
            "--from" => options.from = number(value()?)?,
            "--only" => options.only = Some(value()?),
            other if other.starts_with('-') => return Err(format!("what is {other}?")),
            file => options.files.push(file.into()),
        }
    }
    Ok(options)
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let asked: Vec<&Target> = TARGETS
        .iter()
        .filter(|target| options.only.as_deref().is_none_or(|only| only == target.name))
        .collect();
    if asked.is_empty() {
        eprintln!("targets: {}", TARGETS.map(|target| target.name).join(", "));
        return ExitCode::from(2);
    }
    // A panic is told once, as a finding.
    std::panic::set_hook(Box::new(|_| {}));
    let failed = if options.files.is_empty() {
        search(&asked, &options)
    } else {
        options.files.iter().filter(|file| !replay(&asked, file)).count()
    };
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs every target for its share of the time.
fn search(asked: &[&Target], options: &Options) -> usize {
    let seeds = Seeds::read();
    let shares: u32 = asked.iter().map(|target| target.share).sum();
    let mut failed = 0;
    for target in asked {
        let time = Duration::from_secs(options.seconds) * target.share / shares;
        let start = Instant::now();
        let mut number = options.from;
        let mut found = 0;
        // Three of one kind are enough to begin with.
        while start.elapsed() < time && found < 3 {
            let bytes = case(target, &seeds, number);
            if let Err(failure) = attempt(target, &bytes) {
                found += 1;
                keep(target, number, &bytes, &failure.what);
            }
            number += 1;
        }
        let cases = number - options.from;
        println!(
            "{:10} {cases:8} cases in {:5.1} s, {found} failed",
            target.name,
            start.elapsed().as_secs_f64()
        );
        failed += found;
    }
    failed
}

fn keep(target: &Target, number: u64, bytes: &[u8], what: &str) {
    let small = shrink(target, bytes);
    let folder = home().join("findings");
    let file = folder.join(format!("{}-{number}", target.name));
    println!("{} {number}: {what}\n  {} bytes: {}", target.name, small.len(), file.display());
    if let Err(error) =
        std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, &small))
    {
        println!("  could not be kept: {error}");
    }
}

/// Whether a file holds for the target that its name begins with, or for all.
fn replay(asked: &[&Target], file: &Path) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            println!("{}: {error}", file.display());
            return false;
        }
    };
    let own = asked.iter().filter(|target| name.starts_with(&format!("{}-", target.name)));
    let targets: Vec<_> =
        if own.clone().count() > 0 { own.collect() } else { asked.iter().collect() };
    targets.into_iter().all(|target| match attempt(target, &bytes) {
        Ok(()) => true,
        Err(failure) => {
            println!("{name}, {}: {}", target.name, failure.what);
            false
        }
    })
}
