//! Records in the steady state: what they allocate, and how fast they are beside the
//! AEAD alone.

use std::time::{Duration, Instant};

use allocation_counter::AllocationInfo;
use serde::Serialize;

use crate::measure::{Allocations, counted, median};
use crate::{Channel, Wire};

/// Sizes of data in a record, in bytes: a small one, and nearly the largest. Of a full
/// 16 KiB rustls 0.24 makes two records, as it leaves room for what is not data.
pub const SIZES: [usize; 2] = [64, 16 * 1024 - 32];

/// What a record costs, in one of the two directions.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Direction<T> {
    /// For the sender.
    pub sent: T,
    /// For the receiver.
    pub received: T,
}

impl<T> Direction<T> {
    /// The sender's, then the receiver's.
    pub fn each(self) -> [T; 2] {
        [self.sent, self.received]
    }
}

/// What a channel allocates for each of `times` records, after some that warm it up.
pub fn allocations(channel: &mut dyn Channel, size: usize, times: usize) -> Direction<Allocations> {
    let data = vec![0; size];
    let mut wire = Wire::default();
    let mut sent = AllocationInfo::default();
    let mut received = AllocationInfo::default();
    for number in 0..WARM_UP + times {
        if number == WARM_UP {
            (sent, received) = Default::default();
        }
        counted(&mut sent, || channel.seal(&data, &mut wire));
        let length = counted(&mut received, || channel.open(wire.records()));
        assert_eq!(length, size);
    }
    Direction {
        sent: Allocations::mean(sent, times),
        received: Allocations::mean(received, times),
    }
}

/// Records before anything is counted, so that buffers have grown.
const WARM_UP: usize = 8;

/// How many megabytes of data per second each channel seals and opens.
///
/// They take turns, `repetitions` times, each with a batch of records that the processor's
/// caches hold. What counts is the median.
pub fn speeds(
    channels: &mut [&mut dyn Channel],
    size: usize,
    repetitions: usize,
) -> Vec<Direction<f64>> {
    let data = vec![0; size];
    let batch = (BATCH / size).clamp(16, 256);
    let mut wires: Vec<_> = (0..batch).map(|_| Wire::new(size + MAX_OVERHEAD)).collect();
    let mut samples = vec![(Vec::new(), Vec::new()); channels.len()];
    for repetition in 0..=repetitions {
        for (channel, (sent, received)) in channels.iter_mut().zip(&mut samples) {
            let start = Instant::now();
            for wire in &mut wires {
                channel.seal(&data, wire);
            }
            let sealing = start.elapsed();
            let start = Instant::now();
            for wire in &mut wires {
                channel.open(wire.records());
            }
            let opening = start.elapsed();
            // The first time only warms up.
            if repetition > 0 {
                let speed = |time: Duration| (batch * size) as f64 / 1e6 / time.as_secs_f64();
                sent.push(speed(sealing));
                received.push(speed(opening));
            }
        }
    }
    samples
        .into_iter()
        .map(|(sent, received)| Direction {
            sent: median(sent),
            received: median(received),
        })
        .collect()
}

/// Bytes in a batch.
const BATCH: usize = 256 * 1024;

/// More than a record is longer than the data in it.
const MAX_OVERHEAD: usize = 512;
