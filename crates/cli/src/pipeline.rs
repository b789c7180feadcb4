//! Work on several threads, results in the order of the inputs.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

use anyhow::Result;

/// Finished or waiting pieces of work a thread may be ahead of the slowest one: enough to keep all
/// threads busy while one reads a long article, few enough to hold little in memory.
const AHEAD: usize = 16;

/// Does `work` on each of `inputs` on so many threads and hands the results to `take` in the order
/// of the inputs. `inputs` and `take` stay on the calling thread; one thread means no other.
///
/// # Errors
/// The first that `take` gives; nothing is taken after it.
pub fn run<T, R>(
    threads: NonZeroUsize,
    mut inputs: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<()>,
) -> Result<()>
where
    T: Send,
    R: Send,
{
    if threads == NonZeroUsize::MIN {
        return inputs.try_for_each(|input| take(work(input)));
    }
    thread::scope(|scope| {
        let (give, waiting) = mpsc::channel::<(usize, T)>();
        let (done, results) = mpsc::channel::<(usize, R)>();
        let waiting = Arc::new(Mutex::new(waiting));
        let work = &work;
        for _ in 0..threads.get() {
            let (done, waiting) = (done.clone(), Arc::clone(&waiting));
            scope.spawn(move || {
                loop {
                    // The lock is held while waiting: whoever has it is the next to work.
                    let next = waiting.lock().map(|waiting| waiting.recv());
                    let Ok(Ok((number, input))) = next else { break };
                    if done.send((number, work(input))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let (mut given, mut taken) = (0, 0);
        let mut early: BTreeMap<usize, R> = BTreeMap::new();
        let mut more = true;
        loop {
            while more && given - taken < threads.get() * AHEAD {
                match inputs.next() {
                    Some(input) => {
                        if give.send((given, input)).is_err() {
                            break;
                        }
                        given += 1;
                    }
                    None => more = false,
                }
            }
            if taken == given {
                break;
            }
            // A thread that panicked has hung up; the scope passes its panic on.
            let Ok((number, result)) = results.recv() else { break };
            early.insert(number, result);
            while let Some(result) = early.remove(&taken) {
                taken += 1;
                take(result)?;
            }
        }
        drop(give);
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn squares(threads: usize) -> Vec<u64> {
        let mut out = Vec::new();
        let work = |n: u64| {
            // The early ones are the slow ones.
            thread::sleep(Duration::from_micros(50 * (20 - n.min(20))));
            n * n
        };
        let threads = NonZeroUsize::new(threads).unwrap();
        run(threads, 0..100, work, |square| {
            out.push(square);
            Ok(())
        })
        .unwrap();
        out
    }

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        let expected: Vec<u64> = (0..100).map(|n| n * n).collect();
        assert_eq!(squares(1), expected);
        assert_eq!(squares(4), expected);
    }

    #[test]
    fn an_error_stops_the_work() {
        let mut taken = 0;
        let result = run(
            NonZeroUsize::new(3).unwrap(),
            0..,
            |n: u64| n,
            |n| {
                taken += 1;
                anyhow::ensure!(n < 10, "enough");
                Ok(())
            },
        );
        assert_eq!(result.unwrap_err().to_string(), "enough");
        assert_eq!(taken, 11);
    }
}
