//! When a cue is heard: the times on both sides of its arrow.

use super::trouble::TroubleKind;

/// What stands between the times, and nowhere else in a cue.
pub const ARROW: &str = "-->";

/// 100 hours in milliseconds: no recording is longer, and a time beyond is a slip.
const LATEST: u64 = 360_000_000;

/// When the cue with this line of times begins and ends, in milliseconds.
///
/// # Errors
/// What is wrong with the times.
pub fn times(line: &str) -> Result<(u64, u64), TroubleKind> {
    let (from, until) = line.split_once(ARROW).ok_or(TroubleKind::Unreadable)?;
    // What follows are settings: where on the picture the words are shown.
    let until = until.split_whitespace().next().unwrap_or_default();
    let (from, until) = (Clock::read(from.trim())?, Clock::read(until)?);
    match (from.milliseconds()?, until.milliseconds()?) {
        (from, until) if until < from => Err(TroubleKind::EndsBefore),
        (from, until) if until == from => Err(TroubleKind::NoLength),
        both => Ok(both),
    }
}

/// A time as it is written. Both of a cue are read before either is judged, so that rubbish is called rubbish.
struct Clock {
    below_zero: bool,
    hours: u64,
    minutes: u64,
    seconds: u64,
    milliseconds: u64,
}

impl Clock {
    fn read(text: &str) -> Result<Self, TroubleKind> {
        let signless = text.strip_prefix(['-', '\u{2212}']);
        let (whole, fraction) = match signless.unwrap_or(text).split_once(['.', ',']) {
            // A shorter fraction is read in different ways by different players.
            Some((whole, fraction)) if fraction.len() == 3 => (whole, fraction),
            Some(_) => return Err(TroubleKind::Unreadable),
            None => (signless.unwrap_or(text), "0"),
        };
        let parts: Vec<&str> = whole.split(':').collect();
        let (hours, minutes, seconds) = match parts[..] {
            [hours, minutes, seconds] => (hours, minutes, seconds),
            [minutes, seconds] => ("0", minutes, seconds),
            _ => return Err(TroubleKind::Unreadable),
        };
        // With one digit it cannot be told whether the other was lost.
        if minutes.len() < 2 || seconds.len() < 2 {
            return Err(TroubleKind::Unreadable);
        }
        Ok(Self {
            below_zero: signless.is_some(),
            hours: number(hours)?,
            minutes: number(minutes)?,
            seconds: number(seconds)?,
            milliseconds: number(fraction)?,
        })
    }

    fn milliseconds(&self) -> Result<u64, TroubleKind> {
        match self {
            Self { below_zero: true, .. } => Err(TroubleKind::BelowZero),
            Self { minutes: 60.., .. } | Self { seconds: 60.., .. } => Err(TroubleKind::OverSixty),
            Self { hours: 101.., .. } => Err(TroubleKind::TooFar),
            Self { hours, minutes, seconds, milliseconds, .. } => {
                Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds)
                    .filter(|time| *time <= LATEST)
                    .ok_or(TroubleKind::TooFar)
            }
        }
    }
}

/// A number of any length; one that is too large for any time stays too large.
fn number(digits: &str) -> Result<u64, TroubleKind> {
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(TroubleKind::Unreadable);
    }
    Ok(digits.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_may_be_left_out_and_the_fraction_may_follow_a_comma() {
        for (line, read) in [
            ("00:00:01.000 --> 00:00:04.500", (1_000, 4_500)),
            ("00:01.000 --> 59:59.999", (1_000, 3_599_999)),
            ("00:00:01,000 --> 00:00:04,500", (1_000, 4_500)),
            ("0:00:01,000 --> 1:00:00,000", (1_000, 3_600_000)),
            ("99:59:59.999 --> 100:00:00.000", (359_999_999, 360_000_000)),
            ("00000:00:01.000 --> 000001:00:00.000", (1_000, 3_600_000)),
            ("00:00:01 --> 00:00:02", (1_000, 2_000)),
        ] {
            assert_eq!(times(line), Ok(read), "{line}");
        }
    }

    #[test]
    fn blanks_around_the_times_and_settings_after_them_do_not_matter() {
        for line in [
            "00:01.000-->00:02.000",
            " \t00:01.000\t-->\t00:02.000\t",
            "00:01.000 --> 00:02.000 line:80% align:start",
            "00:01.000 --> 00:02.000 X1:40 X2:600 --> more",
            "00:01.000-->\u{a0}00:02.000",
        ] {
            assert_eq!(times(line), Ok((1_000, 2_000)), "{line}");
        }
    }

    #[test]
    fn times_that_cannot_be_are_told_apart() {
        for (line, why) in [
            ("00:01.000 --> ", TroubleKind::Unreadable),
            ("--> 00:01.000", TroubleKind::Unreadable),
            ("then --> now", TroubleKind::Unreadable),
            ("00:01.000 ---> 00:02.000", TroubleKind::Unreadable),
            ("00:01.00 --> 00:02.00", TroubleKind::Unreadable),
            ("00:01.0000 --> 00:02.0000", TroubleKind::Unreadable),
            ("0:1.000 --> 0:2.000", TroubleKind::Unreadable),
            ("1 --> 2", TroubleKind::Unreadable),
            ("00:00:00:01.000 --> 00:00:00:02.000", TroubleKind::Unreadable),
            ("00:+1.000 --> 00:+2.000", TroubleKind::Unreadable),
            ("០០:០១.០០០ --> ០០:០២.០០០", TroubleKind::Unreadable),
            ("-00:01.000 --> then", TroubleKind::Unreadable),
            ("-00:01.000 --> 00:02.000", TroubleKind::BelowZero),
            ("00:01.000 --> \u{2212}00:02.000", TroubleKind::BelowZero),
            ("00:60.000 --> 01:00.500", TroubleKind::OverSixty),
            ("90:00.000 --> 120:00.000", TroubleKind::OverSixty),
            ("00:59:59.000 --> 00:60:00.000", TroubleKind::OverSixty),
            ("100:00:00.000 --> 100:00:00.001", TroubleKind::TooFar),
            ("99999999999999999999999:00:00.000 --> 00:00.000", TroubleKind::TooFar),
            ("00:02.000 --> 00:01.999", TroubleKind::EndsBefore),
            ("00:02.000 --> 00:02.000", TroubleKind::NoLength),
        ] {
            assert_eq!(times(line), Err(why), "{line}");
        }
    }
}
