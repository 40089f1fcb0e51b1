//! Makes new inputs from old ones, the same every time.

use deframer::{ContentType, HEADER_LENGTH};

use crate::Random;
use crate::input::FRONT;
use crate::wire::BEHIND_CONTENT;

/// The most bytes of an input that is made here.
const MOST: usize = 8192;

/// What lengths and types often are when something goes wrong.
const INTERESTING: [u8; 12] = [0, 1, 2, 3, 20, 21, 22, 23, 41, 127, 128, 255];

/// Changes some bytes, whatever they are.
pub fn bytes(input: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(3) {
        change(input, random);
    }
    input.truncate(MOST);
}

fn change(input: &mut Vec<u8>, random: &mut Random) {
    let at = random.below(input.len() + 1);
    let length = 1 + random.below(8);
    let end = input.len().min(at + length);
    match random.below(8) {
        0 => input.insert(at, random.byte()),
        1 => drop(input.drain(at..end)),
        2 => input.truncate(at),
        3 => {
            // The same bytes once more, in another place.
            let copied = input[at..end].to_vec();
            let to = random.below(input.len() + 1);
            input.splice(to..to, copied);
        }
        _ if at == input.len() => input.push(random.byte()),
        4 => input[at] ^= 1 << random.below(8),
        5 => input[at] = random.byte(),
        6 => {
            input[at] = input[at]
                .wrapping_add(1)
                .wrapping_sub(2 * random.below(2) as u8)
        }
        _ => input[at] = INTERESTING[random.below(INTERESTING.len())],
    }
}

/// Changes an input with records in it: now and then whole records, or what is in one
/// and all the lengths around it.
pub fn records(input: &mut Vec<u8>, random: &mut Random) {
    match random.below(8) {
        0..3 => bytes(input, random),
        3..6 => resize_content(input, random),
        _ => rearrange(input, random),
    }
    input.truncate(MOST);
}

/// Where the records of an input begin, and its end.
fn bounds(input: &[u8]) -> Vec<usize> {
    let mut bounds = vec![FRONT.min(input.len())];
    let mut at = bounds[0];
    while let Some(&[_, _, _, high, low]) = input[at..].first_chunk::<HEADER_LENGTH>() {
        at += HEADER_LENGTH + usize::from(u16::from_be_bytes([high, low]));
        if at > input.len() {
            break;
        }
        bounds.push(at);
    }
    bounds
}

/// Drops, repeats or moves a record.
fn rearrange(input: &mut Vec<u8>, random: &mut Random) {
    let bounds = bounds(input);
    let records = bounds.len() - 1;
    if records == 0 {
        return bytes(input, random);
    }
    let chosen = random.below(records);
    let range = bounds[chosen]..bounds[chosen + 1];
    let record = input[range.clone()].to_vec();
    let to = bounds[random.below(bounds.len())];
    match random.below(3) {
        0 => drop(input.drain(range)),
        1 => drop(input.splice(to..to, record)),
        _ => {
            input.drain(range.clone());
            // Whatever lies behind it has moved to the front.
            let to = if to > range.start {
                to - record.len()
            } else {
                to
            };
            input.splice(to..to, record);
        }
    }
}

/// Adds or removes bytes inside a record, and puts its length right, and that of the
/// message that they are in.
fn resize_content(input: &mut Vec<u8>, random: &mut Random) {
    let bounds = bounds(input);
    if bounds.len() < 2 {
        return bytes(input, random);
    }
    let chosen = random.below(bounds.len() - 1);
    let (start, end) = (bounds[chosen], bounds[chosen + 1]);
    let content = start + HEADER_LENGTH;
    let is_protected = input[start] == ContentType::APPLICATION_DATA.0;
    let content_end = match is_protected {
        true => end.saturating_sub(BEHIND_CONTENT).max(content),
        false => end,
    };
    let inner = match is_protected {
        true => input[content_end.min(end - 1)],
        false => input[start],
    };

    let at = content + random.below(content_end - content + 1);
    let message = message_around(&input[content..content_end], at - content);
    let removed = random.below(6).min(content_end - at);
    let added: Vec<u8> = (0..random.below(6)).map(|_| random.byte()).collect();
    let change = added.len() as isize - removed as isize;
    input.splice(at..at + removed, added);

    let length = (end - content).wrapping_add_signed(change) as u16;
    input[start + 3..start + 5].copy_from_slice(&length.to_be_bytes());
    if let (true, Some(header)) = (inner == ContentType::HANDSHAKE.0, message) {
        let place = content + header + 1;
        if let Some([high, middle, low]) = input.get_mut(place..place + 3) {
            let length = u32::from_be_bytes([0, *high, *middle, *low]);
            [_, *high, *middle, *low] = length.wrapping_add_signed(change as i32).to_be_bytes();
        }
    }
}

/// Where the header of the message begins in whose body `at` is.
fn message_around(content: &[u8], at: usize) -> Option<usize> {
    let mut start = 0;
    loop {
        let &[_, high, middle, low] = content.get(start..)?.first_chunk::<4>()?;
        let end = start + 4 + u32::from_be_bytes([0, high, middle, low]) as usize;
        if at < start + 4 {
            return None;
        }
        if at <= end {
            return Some(start);
        }
        start = end;
    }
}
