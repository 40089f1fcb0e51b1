//! What an input says beside the bytes for the wire.

use crate::Random;

/// What an input chooses of what its target documents.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options(pub(crate) u8);

impl Options {
    /// Whether option `number`, from 0 to 7, is chosen.
    pub(crate) fn has(self, number: u8) -> bool {
        self.0 & 1 << number != 0
    }
}

/// The options and the bytes for the wire in an input of `client`, `server` or
/// `deframer`: two bytes, and the rest.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) options: Options,
    /// How the wire is cut: see [`pieces`](Self::pieces).
    cut: u8,
    pub(crate) wire: &'a [u8],
}

/// How many bytes of an input come before those for the wire.
pub(crate) const FRONT: usize = 2;

impl<'a> Input<'a> {
    /// `None` if the input is too short to have any.
    pub(crate) fn new(data: &'a [u8]) -> Option<Self> {
        let (&[options, cut], wire) = data.split_first_chunk::<FRONT>()?;
        Some(Self {
            options: Options(options),
            cut,
            wire,
        })
    }

    /// Choices that belong to this input.
    pub(crate) fn random(self) -> Random {
        Random::new(u64::from(self.cut))
    }

    /// The wire in pieces: of one byte each, or of lengths that the input chooses.
    pub(crate) fn pieces(self) -> impl Iterator<Item = &'a [u8]> {
        let mut random = self.random();
        let longest = match self.cut {
            0 => 1,
            cut => 2 * usize::from(cut),
        };
        let mut rest = self.wire;
        core::iter::from_fn(move || {
            let length = 1 + random.below(longest);
            let (piece, behind) = rest.split_at(length.min(rest.len()));
            rest = behind;
            (!piece.is_empty()).then_some(piece)
        })
    }
}
