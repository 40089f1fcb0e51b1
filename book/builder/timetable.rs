//! `{{#timetable}}`: how long the exercises take, and how they fit into half a
//! day and into a whole one.

use crate::workshop::Workshop;

/// An exercise's id, its title, and its minutes.
type Lesson<'a> = (&'a str, &'a str, u32);

/// From when to when, and what.
#[derive(Debug, PartialEq, Eq)]
struct Slot {
    start: u32,
    end: u32,
    what: String,
}

/// The frame that a plan fits the exercises into, in minutes since midnight.
struct Day {
    start: u32,
    end: u32,
    /// The first break that begins after this is lunch.
    lunch: Option<u32>,
}

const HALF_DAY: Day = Day {
    start: 9 * 60,
    end: 12 * 60 + 30,
    lunch: None,
};
const FULL_DAY: Day = Day {
    start: 9 * 60,
    end: 17 * 60,
    lunch: Some(11 * 60 + 30),
};

/// Greeting, the first `check` on everyone's machine, how the verdict is read.
const WELCOME: u32 = 10;
/// Nobody borrows well for longer than this without coffee.
const STRETCH: u32 = 110;
const BREAK: u32 = 15;
const LUNCH: u32 = 60;
/// An exercise that does not fit is begun if that much of the day is left.
const WORTHWHILE: u32 = 30;

/// The tables, as Markdown.
pub fn render(workshop: &Workshop) -> String {
    let lessons: Vec<Lesson<'_>> = workshop
        .workspace
        .exercises
        .iter()
        .map(|exercise| {
            (
                exercise.id(),
                exercise.manifest.title.as_str(),
                exercise.manifest.minutes,
            )
        })
        .collect();
    let mut text = String::from("| Exercise | | Minutes |\n|---|---|--:|\n");
    for (id, title, minutes) in &lessons {
        text += &format!("| `{id}` | {title} | {minutes} |\n");
    }
    let sum = lessons.iter().map(|(_, _, minutes)| minutes).sum();
    text += &format!("| **Together** | {} | **{sum}** |\n", in_hours(sum));
    for (heading, day) in [("Half a day", HALF_DAY), ("A whole day", FULL_DAY)] {
        text += &format!("\n### {heading}\n\n| From | To | |\n|---|---|---|\n");
        let (slots, left) = plan(&lessons, &day);
        for slot in slots {
            text += &format!(
                "| {} | {} | {} |\n",
                clock(slot.start),
                clock(slot.end),
                slot.what
            );
        }
        if !left.is_empty() {
            let left: Vec<_> = left.iter().map(|id| format!("`{id}`")).collect();
            text += &format!("\nTo be finished at home: {}.\n", left.join(", "));
        }
    }
    text
}

/// Puts the exercises into the day, in order, with breaks; and names those for
/// which the day is too short.
fn plan<'a>(lessons: &[Lesson<'a>], day: &Day) -> (Vec<Slot>, Vec<&'a str>) {
    let mut slots = Vec::new();
    let mut now = day.start;
    let mut go_on = |now: &mut u32, minutes: u32, what: String| {
        let start = *now;
        *now += minutes;
        slots.push(Slot {
            start,
            end: *now,
            what,
        });
    };
    go_on(&mut now, WELCOME, "Welcome, and a first `check`".to_owned());
    let mut rested = day.start;
    let mut lunch = day.lunch;
    let mut left = lessons.iter();
    for (index, (id, title, minutes)) in lessons.iter().enumerate() {
        let hungry = lunch.is_some_and(|noon| now >= noon);
        let tired = now + minutes > rested + STRETCH;
        // A lesson that is longer than a stretch gets no shorter by a break before the first one.
        let pause = match (hungry, tired && index > 0) {
            (true, _) => Some((LUNCH, "Lunch")),
            (false, true) => Some((BREAK, "Break")),
            (false, false) => None,
        };
        let rest = day
            .end
            .saturating_sub(now + pause.map_or(0, |(length, _)| length));
        if rest < WORTHWHILE.min(*minutes) {
            break;
        }
        if let Some((length, what)) = pause {
            go_on(&mut now, length, what.to_owned());
            rested = now;
            lunch = lunch.filter(|_| !hungry);
        }
        if rest < *minutes {
            go_on(
                &mut now,
                rest,
                format!("`{id}`: {title}, as far as it goes"),
            );
            break;
        }
        go_on(&mut now, *minutes, format!("`{id}`: {title}"));
        left.next();
    }
    if now < day.end {
        let rest = day.end - now;
        go_on(
            &mut now,
            rest,
            "Questions, and what is not finished".to_owned(),
        );
    }
    (slots, left.map(|(id, _, _)| *id).collect())
}

fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn in_hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSONS: [Lesson<'_>; 5] = [
        ("e1", "A", 45),
        ("e2", "B", 60),
        ("e3", "C", 75),
        ("e4", "D", 60),
        ("e5", "E", 60),
    ];

    #[test]
    fn half_a_day_takes_what_fits_and_names_the_rest() {
        let (slots, left) = plan(&LESSONS, &HALF_DAY);
        let shown: Vec<_> = slots
            .iter()
            .map(|s| format!("{} {}", clock(s.start), s.what))
            .collect();
        assert_eq!(
            shown,
            [
                "9:00 Welcome, and a first `check`",
                "9:10 `e1`: A",
                "9:55 Break",
                "10:10 `e2`: B",
                "11:10 Break",
                "11:25 `e3`: C, as far as it goes",
            ]
        );
        assert_eq!(left, ["e3", "e4", "e5"]);
    }

    #[test]
    fn a_whole_day_has_one_lunch_and_ends_in_time() {
        let (slots, left) = plan(&LESSONS, &FULL_DAY);
        assert!(left.is_empty());
        assert_eq!(slots.iter().filter(|slot| slot.what == "Lunch").count(), 1);
        assert_eq!(slots.last().map(|slot| slot.end), Some(FULL_DAY.end));
        assert!(slots.windows(2).all(|pair| pair[0].end == pair[1].start));
    }

    #[test]
    fn without_exercises_there_is_time_for_questions() {
        let (slots, left) = plan(&[], &HALF_DAY);
        assert_eq!((slots.len(), left.len()), (2, 0));
    }

    #[test]
    fn minutes_are_shown_as_hours() {
        assert_eq!(
            [in_hours(45), in_hours(60), in_hours(310)],
            ["45 min", "1 h", "5 h 10 min"]
        );
    }
}
