//! What is wrong with a caption file, said to an operator.

use std::fmt;

/// What is wrong, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The line in the file, from 1. For what is wrong with a cue it is the line of its times.
    pub line: usize,
    /// What is wrong there.
    pub what: TroubleKind,
}

/// What can be wrong with a caption file, and what was made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The file is UTF-16, of which another alphabet than the Latin one cannot be got back.
    Utf16,
    /// It is neither SubRip nor has the first line of WebVTT.
    NoHeader,
    /// A cue begins where something else has not ended.
    NoBlankLine,
    /// A block is neither a cue nor anything else that is known.
    NoTimes,
    /// A comment holds a cue; whoever put it there did not want it to be seen.
    InComment,
    /// The times are no times.
    Unreadable,
    /// The cue begins or ends before the recording.
    BelowZero,
    /// There are more than 59 minutes or seconds.
    OverSixty,
    /// The cue is beyond any recording.
    TooFar,
    /// It ends before it begins.
    EndsBefore,
    /// It ends as it begins.
    NoLength,
    /// It says nothing.
    Empty,
    /// A tag has no end.
    OpenTag,
    /// It says more than a line may hold.
    TooLong,
    /// It begins before the one above it.
    OutOfOrder,
    /// The file holds more than a transcript may.
    TooMany,
}

impl fmt::Display for TroubleKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Utf16 => "the file is UTF-16; save it as UTF-8; nothing was read",
            Self::NoHeader => "does not begin with WEBVTT; read nevertheless",
            Self::NoBlankLine => "has no blank line above it; read as a new cue",
            Self::NoTimes => "has no times with an arrow; left out",
            Self::InComment => "is a cue inside a NOTE; left out with it",
            Self::Unreadable => "has times that cannot be read; left out",
            Self::BelowZero => "has a time below zero; left out",
            Self::OverSixty => "has more than 59 minutes or seconds; left out",
            Self::TooFar => "is beyond 100 hours; left out",
            Self::EndsBefore => "ends before it begins; left out",
            Self::NoLength => "ends when it begins; left out",
            Self::Empty => "says nothing; left out",
            Self::OpenTag => "has a tag without an end; kept as text",
            Self::TooLong => "is longer than 2,000 characters; cut",
            Self::OutOfOrder => "begins before the one above it; sorted in",
            Self::TooMany => "is beyond 20,000 lines; left out with all that follows",
        })
    }
}
