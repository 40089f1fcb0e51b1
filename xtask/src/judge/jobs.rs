//! Doing several independent things at once.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Does `work` for every job on all cores; the results are in the jobs' order.
pub fn map<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let results = Mutex::new(Vec::with_capacity(jobs.len()));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores.min(jobs.len()) {
            scope.spawn(|| {
                while let Some((at, job)) = {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    jobs.get(at).map(|job| (at, job))
                } {
                    let result = work(job);
                    let mut results = results.lock().expect("no thread panics while it holds it");
                    results.push((at, result));
                }
            });
        }
    });
    let mut results = results.into_inner().expect("every thread has ended");
    results.sort_by_key(|&(at, _)| at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_come_in_order() {
        let jobs: Vec<u64> = (0..50).collect();
        let slow_first = |&job: &u64| {
            std::thread::sleep(std::time::Duration::from_micros(500 / (job + 1)));
            job * 2
        };
        let doubled: Vec<u64> = jobs.iter().map(|job| job * 2).collect();
        assert_eq!(super::map(&jobs, slow_first), doubled);
        assert!(super::map(&[] as &[u64], slow_first).is_empty());
    }
}
