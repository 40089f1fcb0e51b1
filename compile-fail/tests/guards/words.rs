//! What the compiler says.

use compile_fail::guards::{self, Complaints};

use crate::copy::{RECORDING, STDERR, complaints};

#[test]
fn another_error_is_not_blessed_unseen() {
    let found = complaints("errors", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(STDERR, "error: ", "error[E0308]: ");
    });
    assert_eq!(
        found,
        [format!("{STDERR} says E0308 where no-code is stated")]
    );
}

#[test]
fn a_second_error_is_not_blessed_unseen() {
    let found = complaints("second", guards::stderrs_say_what_is_stated, |copy| {
        copy.append(STDERR, "\nerror[E0425]: a slip of the pen\n");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} says no-code E0425 where no-code is stated"
        )]
    );
}

#[test]
fn another_message_is_not_blessed_unseen() {
    let found = complaints("message", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(STDERR, "error: lifetime may", "error: a lifetime may");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} says \"a lifetime may not live long enough\" \
             where \"lifetime may not live long enough\" is stated"
        )]
    );
}

#[test]
fn names_in_a_message_make_no_difference() {
    let named = "cases/part-1/p1-take-twice-frozen.stderr";
    let found = complaints("names", guards::stderrs_say_what_is_stated, |copy| {
        copy.replace(named, "borrow `reader` as", "borrow `bytes` as");
    });
    assert_eq!(found, Complaints::new());
}

#[test]
fn another_recording_is_found() {
    let guard = guards::recordings_say_what_is_stated;
    let code = complaints("recorded-code", guard, |copy| {
        copy.replace(RECORDING, "\"code\": null", "\"code\": \"unused_mut\"");
    });
    assert_eq!(
        code,
        [format!(
            "{RECORDING} says lint:unused_mut where no-code is stated"
        )]
    );
    let message = complaints("recorded-message", guard, |copy| {
        copy.replace(
            RECORDING,
            "\"message\": \"lifetime",
            "\"message\": \"a lifetime",
        );
    });
    assert_eq!(
        message,
        [format!(
            "{RECORDING} says \"a lifetime may not live long enough\" \
             where \"lifetime may not live long enough\" is stated"
        )]
    );
    let place = complaints("recorded-place", guard, |copy| {
        copy.replace(RECORDING, "\"file\": \"cases", "\"file\": \"$RUST/cases");
    });
    assert_eq!(place.len(), 1);
    assert!(
        place[0].starts_with(&format!("{RECORDING} shows a place outside")),
        "{place:?}"
    );
    let broken = complaints("recorded-broken", guard, |copy| {
        copy.write(RECORDING, "{}\n")
    });
    assert_eq!(broken.len(), 1);
    assert!(broken[0].starts_with(&format!("{RECORDING} is no recording: ")));
    let missing = complaints("recorded-missing", guard, |copy| copy.remove(RECORDING));
    assert_eq!(
        missing,
        [format!(
            "{RECORDING} is missing: `cargo xtask bless` writes it"
        )]
    );
}

#[test]
fn a_warning_is_noise() {
    let found = complaints("warnings", guards::no_warnings, |copy| {
        copy.append(STDERR, "\nwarning: unused variable: `length`\n");
    });
    assert_eq!(
        found,
        [format!(
            "{STDERR} holds a warning: `warning: unused variable: `length``"
        )]
    );
}

#[test]
fn what_is_not_the_cases_own_is_not_quoted() {
    for (name, place, is_own) in [
        ("own", "cases/part-1/p1-take-reborrow.rs:1:1", true),
        ("crate", "$CARGO/zip-$VERSION/src/lib.rs", true),
        ("other", "cases/part-1/p1-new.rs:1:1", false),
        (
            "learner",
            "$WORKSPACE/exercises/tls/01-reader/src/lib.rs",
            false,
        ),
        ("rust-src", "$RUST/core/src/option.rs", false),
    ] {
        for arrow in ["-->", ":::"] {
            let found = complaints(name, guards::places_are_the_cases_own, |copy| {
                copy.append(STDERR, &format!("note: see there\n  {arrow} {place}\n"));
            });
            let said = format!("{STDERR} shows a place outside of its program: {place}");
            let said = if is_own { Vec::new() } else { vec![said] };
            assert_eq!(found, said, "{place}");
        }
    }
}
