//! Hashes.

use super::library::digest;
use crate::crypto::{self, Digest, HashAlgorithm, HashContext};

pub(super) static SHA256: Hash = Hash {
    algorithm: HashAlgorithm::SHA256,
    library: &digest::SHA256,
};
pub(super) static SHA384: Hash = Hash {
    algorithm: HashAlgorithm::SHA384,
    library: &digest::SHA384,
};

pub(super) struct Hash {
    algorithm: HashAlgorithm,
    library: &'static digest::Algorithm,
}

impl crypto::Hash for Hash {
    fn algorithm(&self) -> HashAlgorithm {
        self.algorithm
    }

    fn output_len(&self) -> usize {
        self.library.output_len()
    }

    fn start(&self) -> Box<dyn HashContext> {
        Box::new(Context(digest::Context::new(self.library)))
    }

    fn hash(&self, data: &[u8]) -> Digest {
        Digest::new(digest::digest(self.library, data).as_ref())
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
