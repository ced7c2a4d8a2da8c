//! The identifiers of ours that a mail may name. They are claims: who asks checks that we signed them.

use super::{
    complaint, delivery,
    parts::{Fields, Mail},
};

/// Where mail servers note for which address of ours a mail came; the first are written by our own.
const ENVELOPE: [&str; 4] = ["Delivered-To", "X-Original-To", "Envelope-To", "To"];

/// How many are named at most: each is tried.
const MOST: usize = 20;

/// The longest, in bytes: what stands before an `@` has 64 (RFC 5321), and some Message-IDs have more.
const LONGEST: usize = 128;

/// All that are named, each once, first what is hardest to get wrong. The address that a report says to have failed is none: it can
/// be another one than we wrote to, and anybody can write any.
pub fn all(mail: &Mail<'_>) -> Vec<String> {
    let originals: Vec<Fields<'_>> = mail.originals().collect();
    let mut named = Named(Vec::new());
    ENVELOPE.iter().flat_map(|name| mail.head.all(name)).for_each(|text| named.add_tags(text));
    delivery::envelope_ids(mail).for_each(|text| named.add_id(&text));
    originals.iter().flat_map(|head| head.all("Message-ID")).for_each(|text| named.add_id(text));
    originals.iter().flat_map(|head| head.all("Return-Path")).for_each(|text| named.add_tags(text));
    complaint::senders(mail).for_each(|text| named.add_tags(&text));
    named.0
}

struct Named(Vec<String>);

impl Named {
    /// Of every address the part between its `+` and its `@`.
    fn add_tags(&mut self, text: &str) {
        let words = text.split(|sign: char| sign.is_whitespace() || "<>\"(),;:".contains(sign));
        let locals = words.filter_map(|word| word.split_once('@')).map(|(local, _)| local);
        locals.filter_map(|local| local.split_once('+')).for_each(|(_, tag)| self.add(tag));
    }

    /// The part of an id before its `@`; all of it where it has none.
    fn add_id(&mut self, text: &str) {
        let id = text.trim().trim_start_matches('<').trim_end_matches('>');
        self.add(id.split_once('@').map_or(id, |(local, _)| local));
    }

    fn add(&mut self, id: &str) {
        let id = id.to_ascii_lowercase();
        let fits = (1..=LONGEST).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic());
        if fits && self.0.len() < MOST && !self.0.contains(&id) {
            self.0.push(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(mail: &str) -> Vec<String> {
        all(&Mail::read(mail.as_bytes()))
    }

    #[test]
    fn the_address_that_it_came_back_to_names_the_mail() {
        assert_eq!(named("To: bounces+ABC123@samleng.example"), ["abc123"]);
        assert_eq!(named("tO: Bounces <bounces+a@samleng.example>,\r\n dara@example.org\r\n\r\n"), ["a"]);
        assert_eq!(named("To: \"a+b@c\" <prvs=1=bounces+a+b@samleng.example> (d+e@f)\n\n"), ["b", "a+b", "e"]);
        assert_eq!(
            named("To: c+c@d.example\nDelivered-To: a+a@d.example\nX-Original-To: b+b@d.example\n\n"),
            ["a", "b", "c"]
        );
    }

    #[test]
    fn what_is_no_such_address_names_nothing() {
        for head in
            ["To: bounces@samleng.example", "To: a+b", "To: a+@b.example", "To: +", "To:", "From: a+b@c.example", ""]
        {
            assert!(named(head).is_empty(), "{head}");
        }
    }

    #[test]
    fn the_original_names_the_mail_and_the_report_around_it_does_not() {
        let report = "Message-ID: <outer@mx.example.net>\nContent-Type: multipart/report; boundary=b\n\n\
                      --b\nContent-Type: message/delivery-status\n\nOriginal-Envelope-ID: Envelope\n\n\
                      Final-Recipient: rfc822; dara+final@example.org\nOriginal-Recipient: rfc822; dara+first@example.org\n\n\
                      --b\nContent-Type: KIND\n\n\nMessage-id:\n <Original@samleng.example>\n\
                      Return-path: <bounces+path@samleng.example>\nTo: dara+news@example.org\n--b--\n";
        for kind in ["message/rfc822", "text/rfc822-headers", "Message/Global-Headers"] {
            assert_eq!(named(&report.replace("KIND", kind)), ["envelope", "original", "path"], "{kind}");
        }
        assert_eq!(named(&report.replace("KIND", "text/plain")), ["envelope"]);
    }

    #[test]
    fn each_is_named_once_and_not_too_many_are() {
        assert_eq!(named("To: a+b@c.example, d+B@e.example\nEnvelope-To: a+b@c.example"), ["b"]);
        let many: String = (0..1000).map(|number| format!("a+{number}@b.example,")).collect();
        assert_eq!(named(&format!("To: {many}")).len(), MOST);
        assert!(named(&format!("To: a+{}@b.example", "c".repeat(LONGEST + 1))).is_empty());
    }
}
