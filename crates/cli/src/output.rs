//! Standard output.

use std::io::{self, BufWriter, Write};

use anyhow::Result;

/// Lets `print` write to standard output through a buffer, and flushes it.
///
/// # Errors
/// If standard output cannot be written to; see [`is_broken_pipe`].
pub fn write(print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    print(&mut out)?;
    out.flush()?;
    Ok(())
}

/// Whether an error only says that nobody reads our output any more.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
            || cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind)
                == Some(io::ErrorKind::BrokenPipe)
    })
}
