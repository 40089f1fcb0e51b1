//! The recordings are what they are said to be.

use recorded::client_hellos as hellos;

const CLIENT_HELLO: u8 = 1;
const HANDSHAKE: u8 = 22;

#[test]
fn each_is_one_whole_client_hello() {
    for (name, hello) in hellos::ALL {
        assert_eq!(hello[0], CLIENT_HELLO, "type of {name}'s message");
        let stated = u32::from_be_bytes([0, hello[1], hello[2], hello[3]]);
        assert_eq!(hello.len(), 4 + stated as usize, "length of {name}'s");
    }
}

#[test]
fn each_record_holds_its_message() {
    for ((name, hello), (record_name, record)) in hellos::ALL.into_iter().zip(hellos::ALL_RECORDS) {
        assert_eq!(name, record_name);
        let (header, payload) = record.split_at(5);
        let [high, low] = u16::try_from(hello.len()).unwrap().to_be_bytes();
        assert_eq!(header, [HANDSHAKE, 3, 1, high, low], "{name}'s header");
        assert_eq!(payload, hello, "{name}'s payload");
    }
}

#[test]
fn lengths_are_those_of_the_documented_table() {
    let lengths = hellos::ALL.map(|(_, hello)| hello.len());
    assert_eq!(lengths, [317, 393, 512, 1983]);
}

#[test]
fn each_asks_for_the_server_of_the_workshop_and_no_other() {
    // The extension `server_name` (RFC 6066 section 3): its type, its length, the length of its list of
    // one, the kind of name (0 for a host) and the length of the name.
    let server_name = b"\x00\x00\x00\x15\x00\x13\x00\x00\x10workshop.example";
    for (name, hello) in hellos::ALL {
        let found = hello
            .windows(server_name.len())
            .filter(|window| window == server_name)
            .count();
        assert_eq!(found, 1, "in {name}'s ClientHello");
    }
}
