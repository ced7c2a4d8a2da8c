//! Where the fonts are. Made by tools/fonts: change that.

/// Titles, text and labels in Khmer.
pub const KHMER: &[&str] = &[
    "/fonts/sans-km.c57e91e3.woff2",
    "/fonts/sans-km-600.838c708f.woff2",
    "/fonts/serif-km.689388e1.woff2",
    "/fonts/signs.1a3e10b0.woff2",
];

/// Titles, text and labels in Latin.
pub const LATIN: &[&str] =
    &["/fonts/sans.34f7b5bb.woff2", "/fonts/sans-600.a6a02da6.woff2", "/fonts/serif.bee1c182.woff2"];
