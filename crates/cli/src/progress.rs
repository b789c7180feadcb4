//! How far long work has come, on standard error.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar that says how much is done, how fast, and how long it will still take; a counter where it
/// is not known how much there is. Nothing where `quiet`, or where standard error is no terminal.
pub fn bar(total: Option<u64>, quiet: bool) -> ProgressBar {
    if quiet || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match total {
        Some(total) => {
            (ProgressBar::new(total), "{bar:32} {pos}/{len} articles  {per_sec}  {eta} left  {msg}")
        }
        None => (ProgressBar::no_length(), "{spinner} {pos} articles  {per_sec}  {elapsed}  {msg}"),
    };
    let style = ProgressStyle::with_template(template).expect("the template is fixed").with_key(
        "per_sec",
        |state: &indicatif::ProgressState, out: &mut dyn std::fmt::Write| {
            // Errors of the terminal are not ours to handle.
            let _ = write!(out, "{:.1}/s", state.per_sec());
        },
    );
    bar.set_draw_target(ProgressDrawTarget::stderr());
    bar.set_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
