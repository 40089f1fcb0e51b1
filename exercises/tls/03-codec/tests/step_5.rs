//! Step 5: the ClientHellos of real clients, every one of them without an allocation.

use allocation_counter::measure;
use codec::{CipherSuite, ClientHello, Codec, Extension, ExtensionType, InvalidMessage};
use recorded::{assert_bytes, client_hellos, rfc8448};

/// Four real clients, and the client of RFC 8448.
fn messages() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let printed = ("RFC 8448", rfc8448::CLIENT_HELLO);
    client_hellos::ALL.into_iter().chain([printed])
}

/// What this step is about can be decoded.
trait Value<'a>: Codec<'a> {}
impl<'a> Value<'a> for ClientHello<'a> {}
impl<'a> Value<'a> for Extension<'a> {}

fn read<'a, V: Value<'a>>(bytes: &'a [u8]) -> Result<V, InvalidMessage> {
    V::read_bytes(bytes)
}

fn encode<'a, V: Value<'a>>(value: V, bytes: &mut Vec<u8>) {
    value.encode(bytes);
}

/// Decodes the body of a message: what follows its type and its length.
fn decode(body: &[u8]) -> Result<ClientHello<'_>, InvalidMessage> {
    read(body)
}

/// Decodes a ClientHello that nothing is wrong with.
#[track_caller]
fn hello<'a>(client: &str, message: &'a [u8]) -> ClientHello<'a> {
    decode(&message[4..])
        .unwrap_or_else(|error| panic!("the ClientHello of {client} is fine, but: {error}"))
}

fn cipher_suites(hello: ClientHello<'_>) -> impl Iterator<Item = CipherSuite> {
    hello.cipher_suites.iter()
}

fn extensions(hello: ClientHello<'_>) -> impl Iterator<Item = Extension<'_>> {
    hello.extensions.iter()
}

#[test]
fn every_client_is_understood() {
    for (client, message) in messages() {
        let hello = hello(client, message);
        assert_eq!(
            hello.legacy_version, 0x0303,
            "{client}: the version of TLS 1.2, as RFC 8446 demands"
        );
        assert_bytes(
            &hello.random[..],
            &message[6..38],
            format!("{client}: the random is what follows the version"),
        );
        assert!(
            cipher_suites(hello).any(|suite| suite == CipherSuite(0x1301)),
            "{client} offers TLS_AES_128_GCM_SHA256"
        );
        assert_bytes(
            hello.legacy_compression_methods.bytes(),
            &[0],
            format!("{client}: no compression"),
        );
    }
}

#[test]
fn lists_have_the_elements_that_were_sent() {
    let count = |message: &'static [u8]| {
        let hello = hello("a client", message);
        (cipher_suites(hello).count(), extensions(hello).count())
    };
    for (client, message, expected) in [
        ("OpenSSL", client_hellos::OPENSSL, (31, 10)),
        ("GnuTLS", client_hellos::GNUTLS, (29, 13)),
        ("curl", client_hellos::CURL, (31, 12)),
        ("RFC 8448", rfc8448::CLIENT_HELLO, (3, 9)),
    ] {
        assert_eq!(
            count(message),
            expected,
            "{client}: the numbers of cipher suites and of extensions"
        );
    }
}

#[test]
fn an_extension_is_found_by_its_type() {
    for (client, message) in messages() {
        let hello = hello(client, message);
        let name = match client {
            "RFC 8448" => &b"server"[..],
            _ => b"workshop.example",
        };
        // The list's length, the kind of name (0), and the name behind its length.
        let data = hello
            .extension(ExtensionType::SERVER_NAME)
            .unwrap_or_else(|| panic!("{client} has sent a server name"));
        assert_bytes(
            data.get(5..).unwrap_or_default(),
            name,
            format!("{client}: the data of server_name ends with the name"),
        );
        assert!(
            hello.extension(ExtensionType(0xeeee)).is_none(),
            "{client} has not sent an extension of that type"
        );
    }
}

#[test]
fn every_slice_lies_inside_the_message() {
    for (client, message) in messages() {
        let input = message.to_vec();
        let inside = input.as_ptr_range();
        let hello = hello(client, &input);
        let mut slices = vec![
            ("the random", &hello.random[..]),
            ("the session id", hello.legacy_session_id.bytes()),
            ("the cipher suites", hello.cipher_suites.bytes()),
            (
                "the compression methods",
                hello.legacy_compression_methods.bytes(),
            ),
            ("the extensions", hello.extensions.bytes()),
        ];
        for extension in extensions(hello) {
            slices.push(("an extension's data", extension.extension_data.bytes()));
        }
        for (what, slice) in slices {
            let range = slice.as_ptr_range();
            assert!(
                slice.is_empty() || (inside.start <= range.start && range.end <= inside.end),
                "{client}: {what} is a copy: it does not lie inside the message"
            );
        }
    }
}

#[test]
fn decoding_allocates_nothing() {
    for (client, message) in messages() {
        let mut bytes = 0;
        let allocations = measure(|| {
            let hello = hello(client, message);
            bytes += 2 * cipher_suites(hello).count();
            for extension in extensions(hello) {
                bytes += 4 + extension.extension_data.bytes().len();
            }
        });
        let hello = hello(client, message);
        assert_eq!(
            bytes,
            hello.cipher_suites.bytes().len() + hello.extensions.bytes().len(),
            "{client}: all elements of both lists were seen"
        );
        assert_eq!(
            allocations.count_total, 0,
            "{client}: decoding has allocated, although every field can borrow (`println!` and `dbg!` allocate, too)"
        );
    }
}

#[test]
fn what_was_found_outlives_the_hello() {
    fn server_name(body: &[u8]) -> Option<&[u8]> {
        let hello = decode(body).ok()?;
        hello.extension(ExtensionType::SERVER_NAME)
    }
    let input = client_hellos::GNUTLS[4..].to_vec();
    let name = server_name(&input).expect("GnuTLS has sent a server name");
    assert_eq!(name.len(), 21, "five bytes and `workshop.example`");
}

#[test]
fn encoding_gives_the_same_bytes_back() {
    for (client, message) in messages() {
        let hello = hello(client, message);
        let mut encoded = Vec::new();
        encode(hello, &mut encoded);
        assert_bytes(
            &encoded,
            &message[4..],
            format!("{client}: the encoded ClientHello has to be what was decoded"),
        );
        let mut one_by_one = Vec::new();
        for extension in extensions(hello) {
            encode(extension, &mut one_by_one);
        }
        assert_bytes(
            &one_by_one,
            hello.extensions.bytes(),
            format!("{client}: the extensions encoded one by one are the list"),
        );
    }
}

#[test]
fn a_message_cut_short_is_refused() {
    for (client, message) in messages() {
        let body = &message[4..];
        for there in 0..body.len() {
            let result = decode(&body[..there]).map(|hello| hello.legacy_version);
            assert!(
                matches!(result, Err(InvalidMessage::MissingData(_))),
                "{client}: {there} of {} bytes are there, so data is missing; got {result:?}",
                body.len()
            );
        }
    }
}

#[test]
fn trailing_bytes_are_refused() {
    for (client, message) in messages() {
        let input = [&message[4..], &[0]].concat();
        let result = decode(&input).map(|hello| hello.legacy_version);
        assert!(
            matches!(result, Err(InvalidMessage::TrailingData(_))),
            "{client}: there is one byte behind the extensions; got {result:?}"
        );
    }
}

/// RFC 8448's ClientHello with these bytes in the place of the ones at `at`, which
/// counts from the session id's length on.
fn with(at: core::ops::Range<usize>, bytes: &[u8]) -> Vec<u8> {
    let mut body = rfc8448::CLIENT_HELLO[4..].to_vec();
    body.splice(34 + at.start..34 + at.end, bytes.iter().copied());
    body
}

#[test]
fn lengths_that_are_not_allowed_are_refused() {
    let session_id = [&[33][..], &[7; 33]].concat();
    for (what, body) in [
        ("a session id of 33 bytes", with(0..1, &session_id)),
        ("no cipher suite", with(1..9, &[0, 0])),
        ("no compression method", with(9..11, &[0])),
        ("no extension", with(11..158, &[0, 0])),
    ] {
        let result = decode(&body).map(|hello| hello.legacy_version);
        assert!(
            matches!(result, Err(InvalidMessage::IllegalLength(_))),
            "{what} is not allowed; got {result:?}"
        );
    }
}

#[test]
fn an_element_that_does_not_fit_its_list_is_refused() {
    for (what, body) in [
        ("half a cipher suite", with(1..9, &[0, 3, 0x13, 1, 0x13])),
        (
            "an extension of six bytes in a list that has five left",
            with(11..158, &[0, 9, 0, 22, 0, 6, 0, 0, 0, 0, 0, 0]),
        ),
    ] {
        let result = decode(&body).map(|hello| hello.legacy_version);
        assert!(result.is_err(), "{what} has to be refused; got {result:?}");
    }
}
