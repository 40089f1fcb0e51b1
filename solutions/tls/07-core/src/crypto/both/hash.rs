//! Hashes.

use super::library::digest;
use crate::crypto::{self, Digest, HashContext};

pub(super) static SHA256: Hash = Hash(&digest::SHA256);
pub(super) static SHA384: Hash = Hash(&digest::SHA384);

pub(super) struct Hash(&'static digest::Algorithm);

impl crypto::Hash for Hash {
    fn output_len(&self) -> usize {
        self.0.output_len()
    }

    fn start(&self) -> Box<dyn HashContext> {
        Box::new(Context(digest::Context::new(self.0)))
    }

    fn hash(&self, data: &[u8]) -> Digest {
        Digest::new(digest::digest(self.0, data).as_ref())
    }
}

struct Context(digest::Context);

impl HashContext for Context {
    fn update(&mut self, data: &[u8]) {
        self.0.update(data);
    }

    fn current(&self) -> Digest {
        Digest::new(self.0.clone().finish().as_ref())
    }
}
