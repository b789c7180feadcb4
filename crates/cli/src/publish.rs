//! `gainsay publish`: the explorer as a folder of files.

use anyhow::Result;

use crate::args::Publish;
use crate::outcome::Outcome;

/// Writes the folder.
///
/// # Errors
/// If the dossier cannot be read, or the folder is something else or cannot be written.
pub fn run(options: &Publish) -> Result<Outcome> {
    let done = gainsay_server::publish(&options.dossier, &options.output)?;
    if !options.quiet {
        let (files, size) = (done.files, done.bytes.div_ceil(1024));
        eprintln!(
            "{}: {files} files, {size} KiB; any web host can serve them",
            options.output.display()
        );
    }
    Ok(Outcome::Done)
}
