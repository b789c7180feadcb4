//! Making a case, running it, making it small.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::mutate::mutated;
use crate::seeds::Seeds;
use crate::targets::Target;

/// A case may take so long, on a slow machine in a debug build.
const PATIENCE: Duration = Duration::from_secs(20);
/// A failure is made small with so many attempts at most.
const ATTEMPTS: usize = 300;

/// What did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// In words.
    pub what: String,
}

/// The bytes of a case of a target.
pub fn case(target: &Target, seeds: &Seeds, number: u64) -> Vec<u8> {
    let mut chance = Chance::new(
        number.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ Chance::of(target.name.as_bytes()).number(),
    );
    let own = (target.seeds)(seeds);
    let seed = chance.pick(own).clone();
    // Long seeds are cut to a part, so that many cases fit in a second.
    let seed = if seed.len() > 3_000 && !chance.one_in(10) {
        let from = chance.below(seed.len() - 2_000);
        seed[from..from + 2_000].to_vec()
    } else {
        seed
    };
    mutated(&seed, own, &mut chance)
}

/// Runs one case.
///
/// # Errors
/// What did not hold: what the target says, a panic, or that it took too long.
pub fn attempt(target: &Target, bytes: &[u8]) -> Result<(), Failure> {
    let start = Instant::now();
    let held = catch_unwind(AssertUnwindSafe(|| (target.holds)(bytes)));
    let took = start.elapsed();
    match held {
        Ok(Ok(())) if took <= PATIENCE => Ok(()),
        Ok(Ok(())) => Err(Failure { what: format!("took {:.0} s", took.as_secs_f64()) }),
        Ok(Err(what)) => Err(Failure { what }),
        Err(panic) => {
            let words = panic.downcast_ref::<String>().map(String::as_str);
            let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(Failure { what: format!("panicked: {}", words.unwrap_or("without a word")) })
        }
    }
}

/// A smaller input that fails too: pieces are left out, large ones first.
pub fn shrink(target: &Target, bytes: &[u8]) -> Vec<u8> {
    let mut small = bytes.to_vec();
    let mut left = ATTEMPTS;
    let mut size = small.len() / 2;
    while size > 0 && left > 0 {
        let mut at = 0;
        while at < small.len() && left > 0 {
            let mut without = small.clone();
            without.drain(at..(at + size).min(small.len()));
            left -= 1;
            if attempt(target, &without).is_err() {
                small = without;
            } else {
                at += size;
            }
        }
        size /= 2;
    }
    small
}
