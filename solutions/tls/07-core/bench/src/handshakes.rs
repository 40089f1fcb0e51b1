//! Handshakes: what they allocate, and what a connection holds when it is idle.

use allocation_counter::AllocationInfo;
use serde::Serialize;

use crate::measure::{Allocations, counted};
use crate::{Credentials, End, Library, Link, Wire};

/// What one side of a library allocates in handshakes and holds afterwards.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Side {
    /// A full handshake, without tickets.
    pub full: Allocations,
    /// A full handshake, with the tickets that the library sends by default.
    pub full_with_tickets: Allocations,
    /// A resumed handshake, with tickets.
    pub resumed: Allocations,
    /// What the connection holds when idle.
    pub idle: Idle,
}

/// Bytes that an idle connection holds: the value itself, and what it has allocated.
/// What connections share does not count: tickets, which belong to the configuration, or
/// memory that a thread keeps for the next that sends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Idle {
    /// After the handshake.
    pub after_handshake: i64,
    /// After three times a request of 100 bytes and a response of 16 KiB.
    pub after_responses: i64,
    /// After these, when buffers were given back, if the library can do that.
    pub released: i64,
}

/// Measures the client and the server of a library.
///
/// Every figure of a handshake is the mean of `times` handshakes.
pub fn measure<L: Library>(credentials: &Credentials, times: usize) -> (Side, Side) {
    let plain = L::new(credentials, false);
    let full = mean(times, || Link::new(&plain));

    // Each time a client that has no session yet.
    let full_with_tickets = mean(times, || Link::new(&L::new(credentials, true)));

    let resuming = L::new(credentials, true);
    Link::new(&resuming);
    let resumed = mean(times, || {
        let link = Link::new(&resuming);
        assert_eq!(link.client.resumed(), Some(true));
        link
    });

    let idle = [
        held_after(&plain, |_| {}),
        held_after(&plain, exchange_thrice),
        held_after(&plain, |link| {
            exchange_thrice(link);
            link.client.release_buffers();
            link.server.release_buffers();
        }),
    ];
    let [client, server] = [0, 1].map(|side| Side {
        full: full[side],
        full_with_tickets: full_with_tickets[side],
        resumed: resumed[side],
        idle: Idle {
            after_handshake: idle[0][side],
            after_responses: idle[1][side],
            released: idle[2][side],
        },
    });
    (client, server)
}

/// What a client and a server allocate in a handshake.
fn mean<L: Library>(times: usize, handshake: impl Fn() -> Link<L>) -> [Allocations; 2] {
    // Whatever a library does only once.
    handshake();
    let mut client = AllocationInfo::default();
    let mut server = AllocationInfo::default();
    for _ in 0..times {
        let link = handshake();
        client += link.client_allocations;
        server += link.server_allocations;
    }
    [client, server].map(|counted| Allocations::mean(counted, times))
}

/// What a client and a server hold after a handshake and `work`.
fn held_after<L: Library>(library: &L, work: impl FnOnce(&mut Link<L>)) -> [i64; 2] {
    let mut link = Link::new(library);
    work(&mut link);
    [held(link.client), held(link.server)]
}

/// The size of a value, and of what is freed with it.
fn held<T>(value: T) -> i64 {
    let size = size_of::<T>() as i64;
    let mut freed = AllocationInfo::default();
    counted(&mut freed, || drop(value));
    size - freed.bytes_current
}

/// A request, and a response that fills a record, again and again: a library may keep
/// after the second what it gave back after the first.
fn exchange_thrice<L: Library>(link: &mut Link<L>) {
    let mut wire = Wire::default();
    for _ in 0..3 {
        link.client.send(&[0; 100], &mut wire);
        assert_eq!(link.server.receive(wire.records()), 100);
        link.server.send(&[0; 16_384], &mut wire);
        assert_eq!(link.client.receive(wire.records()), 16_384);
    }
}
