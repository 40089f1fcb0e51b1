//! What the style sheet colours can be read, in every theme: WCAG 2.1 asks for a
//! contrast of 4.5 for text and of 3 for the lines of a picture.

use std::collections::HashMap;

const STYLE: &str = include_str!("../theme/workshop.css");

const TEXT: f64 = 4.5;
const LINE: f64 = 3.0;

/// Foreground, background, and the contrast they need.
fn pairs() -> Vec<(String, String, f64)> {
    let mut pairs = Vec::new();
    let mut add = |fore: &str, back: &str, needed| {
        pairs.push((format!("--{fore}"), format!("--{back}"), needed));
    };
    add("diagnostic-fg", "diagnostic-bg", TEXT);
    for colour in ["red", "green", "yellow", "blue", "magenta", "cyan"] {
        add(&format!("ansi-{colour}"), "diagnostic-bg", TEXT);
    }
    add("box-fg", "box-bg", TEXT);
    add("picture-muted", "picture-bg", TEXT);
    for back in ["picture-bg", "picture-cell"] {
        add("picture-fg", back, TEXT);
        add("picture-line", back, LINE);
    }
    for loan in ["a", "b", "c", "conflict"] {
        let fill = format!("loan-{loan}-fill");
        add("picture-fg", &fill, TEXT);
        add(&format!("loan-{loan}"), &fill, TEXT);
        add(&format!("loan-{loan}"), "picture-bg", TEXT);
    }
    pairs
}

/// The variables set in the first block that begins with `selector`.
fn variables(selector: &str) -> HashMap<&'static str, &'static str> {
    let start = STYLE.find(&format!("\n{selector} {{")).expect(selector);
    let block = STYLE[start..]
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'));
    let lines = block.expect(selector).0.lines();
    lines
        .filter_map(|line| line.trim().strip_suffix(';')?.split_once(": "))
        .filter(|(name, _)| name.starts_with("--"))
        .collect()
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour as #rrggbb");
        let share = f64::from(byte) / 255.0;
        match share <= 0.040_45 {
            true => share / 12.92,
            false => ((share + 0.055) / 1.055).powf(2.4),
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn everything_can_be_read_in_every_theme() {
    for theme in ["html", ".coal, .navy, .ayu"] {
        let variables = variables(theme);
        for (fore, back, needed) in pairs() {
            let contrast = contrast(variables[&*fore], variables[&*back]);
            assert!(
                contrast >= needed,
                "{theme}: {fore} on {back} has only {contrast:.2}"
            );
        }
    }
}

#[test]
fn black_on_white_has_the_contrast_that_the_standard_gives() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
}
