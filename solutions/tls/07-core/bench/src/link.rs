//! Two ends of a library with a wire between them.

use allocation_counter::AllocationInfo;

use crate::measure::counted;
use crate::{End, Library, Wire};

/// Something that seals data in records and opens them again.
pub trait Channel {
    /// Writes `data` as one record.
    fn seal(&mut self, data: &[u8], wire: &mut Wire);

    /// Opens records in the order in which they were sealed. Returns how many bytes were
    /// in them.
    fn open(&mut self, records: &mut [u8]) -> usize;
}

/// A client and a server of one library that have shaken hands.
pub struct Link<L: Library> {
    /// The client.
    pub client: L::Client,
    /// The server.
    pub server: L::Server,
    /// What the client allocated so far.
    pub client_allocations: AllocationInfo,
    /// What the server allocated so far.
    pub server_allocations: AllocationInfo,
}

impl<L: Library> Link<L> {
    /// A whole handshake, up to the last ticket that the server sends.
    pub fn new(library: &L) -> Self {
        let mut client_allocations = AllocationInfo::default();
        let mut server_allocations = AllocationInfo::default();
        let (mut to_server, mut to_client) = (Wire::default(), Wire::default());

        let mut client = counted(&mut client_allocations, || library.client(&mut to_server));
        let mut server = counted(&mut server_allocations, || library.server());
        while !to_server.records().is_empty() {
            counted(&mut server_allocations, || {
                server.shake(to_server.records(), &mut to_client)
            });
            counted(&mut client_allocations, || {
                client.shake(to_client.records(), &mut to_server)
            });
        }
        assert_eq!(client.resumed(), server.resumed());
        assert!(client.resumed().is_some(), "the handshake is not over");
        Self {
            client,
            server,
            client_allocations,
            server_allocations,
        }
    }
}

/// From the client to the server: a server's receive path is the one under attack.
impl<L: Library> Channel for Link<L> {
    fn seal(&mut self, data: &[u8], wire: &mut Wire) {
        self.client.send(data, wire);
    }

    fn open(&mut self, records: &mut [u8]) -> usize {
        self.server.receive(records)
    }
}
