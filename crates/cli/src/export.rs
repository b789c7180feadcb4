//! `gainsay export`: the whole dossier as JSON Lines.

use std::io::{BufWriter, Write as _};

use anyhow::Result;
use gainsay_dossier::{Dossier, ExportOptions};

use crate::args::{Export, ExportWith};
use crate::outcome::Outcome;

/// Prints every article, statement, party, echo and story, one a line.
///
/// # Errors
/// If the dossier cannot be read, or standard output not written to.
pub fn run(options: &Export) -> Result<Outcome> {
    let dossier = Dossier::open_read_only(&options.dossier)?;
    let with_text = options.with.contains(&ExportWith::Text);
    let mut out = BufWriter::new(std::io::stdout().lock());
    dossier.export(&mut out, ExportOptions { with_text })?;
    out.flush()?;
    Ok(Outcome::Done)
}
