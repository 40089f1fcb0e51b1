//! What the types are, and what they are not.

use std::mem::size_of;

use deframer::{
    BorrowedMessageDeframer, Consumed, ContentType, InvalidRecord, MAX_BUFFER, MAX_RECORD,
    MessageDeframer, Opener, Plaintext, Record, RecordHeader,
};
use static_assertions::{
    assert_impl_all, assert_not_impl_any, assert_obj_safe, const_assert, const_assert_eq,
};

// A record is a shared view and may be copied; it costs no more than what is in it.
assert_impl_all!(Record<'static>: Copy, Send, Sync);
const_assert_eq!(size_of::<Record<'_>>(), size_of::<(&[u8], ContentType)>());
const_assert_eq!(size_of::<Option<Record<'_>>>(), size_of::<Record<'_>>());

// Who could copy the count could discard twice.
assert_not_impl_any!(Consumed: Copy, Clone, Default);
const_assert_eq!(size_of::<Consumed>(), size_of::<usize>());

// The loan is exclusive.
assert_not_impl_any!(BorrowedMessageDeframer<'static>: Copy, Clone);
assert_impl_all!(BorrowedMessageDeframer<'static>: Send, Sync);

assert_impl_all!(MessageDeframer: Default, Send, Sync);
assert_impl_all!(RecordHeader: Copy, Send, Sync);
assert_impl_all!(InvalidRecord: Copy, std::error::Error, Send, Sync);
assert_impl_all!(Plaintext: Copy, Opener<Error = InvalidRecord>);
assert_obj_safe!(Opener<Error = InvalidRecord>);

// A full buffer without a whole record in it is at least half discarded.
const_assert!(MAX_BUFFER >= 2 * MAX_RECORD);
