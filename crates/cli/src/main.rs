//! The `gainsay` command.

#[allow(dead_code, unused_imports)] // Until the command line calls it.
mod show;

fn main() {}
