//! (description)
fn main() {}
