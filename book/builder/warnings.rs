//! What mdBook merely warns of (an HTML tag that is never closed, a footnote that
//! nobody refers to) is a mistake in this book.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

use crate::problem::Problem;

/// Runs `work`, and gives with its result what was warned of meanwhile.
pub fn collect<T>(work: impl FnOnce() -> T) -> (T, Vec<Problem>) {
    let collector = Collector::default();
    let warnings = Arc::clone(&collector.0);
    let result = tracing::subscriber::with_default(collector, work);
    let mut warnings = warnings.lock().unwrap_or_else(PoisonError::into_inner);
    (
        result,
        warnings
            .drain(..)
            .map(|words| Problem::in_file("book", words))
            .collect(),
    )
}

#[derive(Default)]
struct Collector(Arc<Mutex<Vec<String>>>);

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut message = Message::default();
        event.record(&mut message);
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(message.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[derive(Default)]
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_and_errors_are_kept_and_the_rest_is_not() {
        let (seven, problems) = collect(|| {
            tracing::info!("building");
            tracing::warn!("unclosed {}", "tag");
            7
        });
        assert_eq!(seven, 7);
        assert_eq!(problems, [Problem::in_file("book", "unclosed tag")]);
    }
}
