//! Lists that more than one message has.

use codec::{Extension, Opaque, Vector};

use crate::SignatureScheme;

/// `Extension extensions<0..2^16-1>` (RFC 8446, section 4.2).
pub type Extensions<'a> = Vector<'a, Extension<'a>, 0, 0xffff>;

/// `SignatureSchemeList` (RFC 8446, section 4.2.3).
pub type SignatureSchemes<'a> = Vector<'a, SignatureScheme, 2, 0xfffe>;

/// `ProtocolName` (RFC 7301, section 3.1).
pub type ProtocolName<'a> = Opaque<'a, 1, 0xff>;

/// `ProtocolNameList` (RFC 7301, section 3.1).
pub type ProtocolNames<'a> = Vector<'a, ProtocolName<'a>, 2, 0xffff>;
