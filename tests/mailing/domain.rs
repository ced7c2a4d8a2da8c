//! What the check of a domain finds, asked of a small DNS server on loopback.

mod dns;

use mail_auth::hickory_resolver::proto::op::ResponseCode;
use samleng::platform::mail::domain::{
    Asked, Finding, State,
    What::{self, Dkim, Dmarc, Ptr, Spf},
    look,
};
use samleng_test_support::{PATIENCE, server::address_of_its_own};

use self::dns::{
    Entry::{self, Address, Alias, Code, Exchange, Reverse, Silence, Text},
    Zone, resolver,
};

const DOMAIN: &str = "samleng.example";
const HOST: &str = "www.samleng.example";
const SELECTOR: &str = "at._domainkey.samleng.example";
const POLICY: &str = "_dmarc.samleng.example";
const ADDRESS: &str = "192.0.2.7";
const ARPA: &str = "7.2.0.192.in-addr.arpa";

/// As long as a key of 2048 bits is.
const KEY: &str = concat!(
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0",
    "IzW7yWR7QkrmBL7jTKEn5uqKhbwKfBstIs+bMY2Zkp18gnTxKLxoS2tFczGkPLPgizskuemMghRniWaoLcyehkd3qqGElvWVDL5AaWTg0",
    "nLVkjRo9z+40RQzuVaE8AkAFmxZzow3x+VJYKdjykkJ0iT9wCS0DRTXu269V264Vf/3jvredZiKRkgwlL9xNAwxXFg0x/XFw005UWVRIk",
    "dgcKWTjpBP2dPwVZ4WWC+9aGVd+Gyn1o0CLelf4rEjGoXbAAEgAqeGUxrcIlbjXfbcmwIDAQAB"
);

fn say(text: &str) -> Entry {
    Text(text.to_owned())
}

/// A zone in which nothing is amiss.
fn well() -> Zone {
    vec![
        (DOMAIN, say("v=spf1 mx a:www.samleng.example ~all")),
        (HOST, Address(ADDRESS)),
        (ARPA, Reverse(HOST)),
        (SELECTOR, Text(format!("v=DKIM1; k=rsa; p={KEY}"))),
        (POLICY, say("v=DMARC1; p=reject; rua=mailto:postmaster@samleng.example")),
    ]
}

/// The same with other things at a name.
fn with(name: &'static str, entries: impl IntoIterator<Item = Entry>) -> Zone {
    let mut zone = well();
    zone.retain(|(there, _)| *there != name);
    zone.extend(entries.into_iter().map(|entry| (name, entry)));
    zone
}

const ASKED: Asked<'static> =
    Asked { domain: DOMAIN, host: HOST, selector: "at", public_key: Some(KEY), resolver: None };

/// What is found in a zone.
async fn found(zone: Zone) -> Found {
    found_of(&Asked { resolver: Some(resolver(zone).await), ..ASKED }).await
}

async fn found_of(asked: &Asked<'_>) -> Found {
    Found(tokio::time::timeout(PATIENCE, look(asked)).await.expect("a check ends by itself"))
}

struct Found(Vec<Finding>);

impl Found {
    /// There is one finding of this kind; it stands like this and says all of that, in one line.
    #[track_caller]
    fn assert(&self, what: What, state: State, says: &[&str]) -> &Self {
        let of: Vec<_> = self.0.iter().filter(|finding| finding.what == what).collect();
        let [finding] = of[..] else { panic!("one finding about {what}: {:?}", self.0) };
        self.assert_some(what, state, says);
        assert!(!finding.says.contains(|letter: char| letter.is_control()), "one line: {finding:?}");
        self
    }

    /// There is a finding like this among others.
    #[track_caller]
    fn assert_some(&self, what: What, state: State, says: &[&str]) -> &Self {
        let like = |finding: &&Finding| finding.what == what && finding.state == state;
        assert!(
            self.0.iter().filter(like).any(|finding| says.iter().all(|part| finding.says.contains(part))),
            "{what} is {state:?} and says {says:?}: {:#?}",
            self.0
        );
        self
    }

    #[track_caller]
    fn says(&self, what: What) -> &str {
        &self.0.iter().find(|finding| finding.what == what).unwrap().says
    }
}

#[tokio::test]
async fn a_domain_that_is_set_up_is_well_in_all_four_and_each_line_says_what_is_there() {
    let found = found(well()).await;
    found
        .assert(Spf, State::Well, &["samleng.example TXT \"v=spf1 mx a:www.samleng.example ~all\""])
        .assert(Dkim, State::Well, &["at._domainkey.samleng.example"])
        .assert(Dmarc, State::Well, &["_dmarc.samleng.example", "p=reject"])
        .assert(Ptr, State::Well, &["192.0.2.7 is www.samleng.example"]);
    assert!(!found.says(Spf).contains("192.0.2.7"), "the host's own address may send: {}", found.says(Spf));
    let names: Vec<String> = found.0.iter().map(|finding| finding.what.to_string()).collect();
    assert_eq!(names, ["SPF", "DKIM", "DMARC", "PTR"]);
}

#[tokio::test]
async fn of_a_domain_that_does_not_exist_everything_is_missing_and_said_as_it_goes_into_the_dns() {
    let dkim = format!("at._domainkey.samleng.example TXT \"v=DKIM1; k=rsa; p={KEY}\"");
    found(Vec::new())
        .await
        .assert(
            Spf,
            State::Missing,
            &["samleng.example TXT \"v=spf1 mx a:www.samleng.example ~all\"", "smarthost", "include:"],
        )
        .assert(Dkim, State::Missing, &[&dkim])
        .assert(
            Dmarc,
            State::Missing,
            &["_dmarc.samleng.example TXT \"v=DMARC1; p=none; rua=mailto:postmaster@samleng.example\""],
        )
        .assert(Ptr, State::Missing, &["www.samleng.example has no address", "A record"]);
}

#[tokio::test]
async fn names_at_which_other_things_stand_are_missing_too() {
    let mut zone: Zone = [DOMAIN, SELECTOR, POLICY, ARPA].map(|name| (name, Exchange(HOST))).into();
    zone.extend([(DOMAIN, say("v=spf10 +all")), (POLICY, say("v=spf1 -all")), (HOST, Address(ADDRESS))]);
    found(zone)
        .await
        .assert(Spf, State::Missing, &[])
        .assert(Dkim, State::Missing, &[])
        .assert(Dmarc, State::Missing, &[])
        .assert(Ptr, State::Missing, &[]);
}

#[tokio::test]
async fn only_one_spf_record_counts_and_other_texts_are_none() {
    found(with(DOMAIN, [say("v=spf1 mx -all"), say("V=SPF1 a -all"), say("other=1")])).await.assert(
        Spf,
        State::Wrong,
        &["2 TXT records", "make them one"],
    );
    found(with(DOMAIN, [say("other=1"), say("v=spf1 a:www.samleng.example -all")])).await.assert(Spf, State::Well, &[]);
}

#[tokio::test]
async fn an_spf_record_that_lets_everybody_send_is_wrong_and_so_is_one_that_cannot_be_read() {
    for everybody in ["v=spf1 +all", "v=spf1 mx all"] {
        found(with(DOMAIN, [say(everybody)])).await.assert(Spf, State::Wrong, &["everybody", everybody, "~all"]);
    }
    found(with(DOMAIN, [say("v=spf1 ip4:everywhere -all")])).await.assert(Spf, State::Wrong, &["cannot be read"]);
}

#[tokio::test]
async fn an_spf_record_that_leaves_out_the_host_is_well_and_says_so() {
    let mut zone = with(DOMAIN, [say("v=spf1 include:smarthost.example ~all")]);
    zone.push(("smarthost.example", say("v=spf1 ip4:198.51.100.0/24 -all")));
    found(zone).await.assert(Spf, State::Well, &["does not let the host's own address 192.0.2.7 send", "smarthost"]);
    let mut zone = with(DOMAIN, [say("v=spf1 mx ~all"), Exchange("post.example")]);
    zone.push(("post.example", Address(ADDRESS)));
    let found = found(zone).await;
    found.assert(Spf, State::Well, &[]);
    assert!(!found.says(Spf).contains("smarthost"), "{}", found.says(Spf));
}

#[tokio::test]
async fn an_spf_record_with_an_include_that_is_not_there_does_not_count() {
    found(with(DOMAIN, [say("v=spf1 include:gone.example ~all")])).await.assert(
        Spf,
        State::Wrong,
        &["does not count", "include:gone.example"],
    );
}

#[tokio::test]
async fn where_an_include_could_not_be_asked_the_record_is_well_and_the_rest_is_open() {
    for mood in [Code(ResponseCode::ServFail), Silence] {
        let mut zone = with(DOMAIN, [say("v=spf1 include:smarthost.example ~all")]);
        zone.push(("smarthost.example", mood));
        found(zone).await.assert(Spf, State::Well, &["could not be asked", "192.0.2.7"]);
    }
}

#[tokio::test]
async fn without_a_key_it_is_said_how_one_is_made_whatever_stands_in_the_dns() {
    for zone in [well(), with(SELECTOR, [Code(ResponseCode::ServFail)])] {
        let asked = Asked { public_key: None, resolver: Some(resolver(zone).await), ..ASKED };
        found_of(&asked).await.assert(
            Dkim,
            State::Missing,
            &["not signed", "openssl genrsa -out dkim.pem 2048", "dkim_key"],
        );
    }
}

#[tokio::test]
async fn a_key_is_ours_however_a_dns_panel_breaks_its_line() {
    let (first, second) = KEY.split_at(100);
    for record in [
        format!("v=DKIM1; k=rsa; p={first} {second}"),
        format!("v=DKIM1;p={first}\n\t{second};"),
        format!(" k = rsa ; p = {KEY} "),
    ] {
        found(with(SELECTOR, [Text(record)])).await.assert(Dkim, State::Well, &[]);
    }
}

#[tokio::test]
async fn whatever_else_stands_where_the_key_belongs_is_wrong_and_the_right_record_is_said() {
    let right = format!("at._domainkey.samleng.example TXT \"v=DKIM1; k=rsa; p={KEY}\"");
    let ours = format!("v=DKIM1; k=rsa; p={KEY}");
    for (records, fault) in [
        (vec!["v=DKIM1; k=rsa; p=MIIBCgKCAQEA".to_owned()], "not the one"),
        (vec!["v=DKIM1; k=rsa; p=".to_owned()], "revoked"),
        (vec!["v=DKIM1; k=rsa; p=;".to_owned()], "revoked"),
        (vec!["v=spf1 -all".to_owned()], "no key"),
        (vec![format!("v=DKIM9; k=rsa; p={KEY}")], "cannot be read"),
        (vec![ours.clone(), ours], "several"),
    ] {
        found(with(SELECTOR, records.into_iter().map(Text))).await.assert(Dkim, State::Wrong, &[fault, &right]);
    }
}

#[tokio::test]
async fn a_key_behind_an_alias_is_found() {
    let mut zone = with(SELECTOR, [Alias("key.provider.example")]);
    zone.push(("key.provider.example", Text(format!("v=DKIM1; p={KEY}"))));
    found(zone).await.assert(Dkim, State::Well, &[]);
}

#[tokio::test]
async fn every_dmarc_policy_is_well_and_said() {
    for policy in ["none", "quarantine", "reject"] {
        let record = format!("v=DMARC1; p={policy}");
        found(with(POLICY, [say("v=spf1 -all"), say(&record)])).await.assert(Dmarc, State::Well, &[POLICY, &record]);
    }
}

#[tokio::test]
async fn a_dmarc_policy_that_cannot_be_read_is_wrong_and_so_are_several() {
    for record in ["v=DMARC1; p=everything", "v=DMARC1; rua=mailto:dara@members.example", "v=DMARC1.1; p=none"] {
        found(with(POLICY, [say(record)])).await.assert(
            Dmarc,
            State::Wrong,
            &[record, "_dmarc.samleng.example TXT \"v=DMARC1; p=none; rua="],
        );
    }
    found(with(POLICY, [say("v=DMARC1; p=none"), say("v=DMARC1; p=reject")])).await.assert(
        Dmarc,
        State::Wrong,
        &["2 TXT records", "leave one"],
    );
}

#[tokio::test]
async fn where_the_domain_above_has_a_dmarc_policy_that_one_holds() {
    let above = vec![("_dmarc.organisation.example", say("v=DMARC1; p=reject; sp=quarantine"))];
    let resolver = Some(resolver(above).await);
    found_of(&Asked { domain: "samleng.organisation.example", resolver, ..ASKED }).await.assert(
        Dmarc,
        State::Well,
        &["_dmarc.samleng.organisation.example is not there", "p=quarantine"],
    );
}

#[tokio::test]
async fn each_address_of_the_host_is_looked_at_and_one_without_a_name_is_missing() {
    let mut zone = with(HOST, [Address(ADDRESS), Address("2001:db8::7")]);
    zone.push((DOMAIN, Exchange(HOST)));
    found(zone).await.assert_some(Ptr, State::Well, &["192.0.2.7"]).assert_some(
        Ptr,
        State::Missing,
        &[
            "2001:db8::7 has no name",
            "provider",
            "7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR www.samleng.example",
        ],
    );
}

#[tokio::test]
async fn a_reverse_name_that_does_not_lead_back_is_wrong_and_one_of_several_is_enough() {
    let mut zone = with(ARPA, [Reverse("a.provider.example")]);
    zone.push(("a.provider.example", Address("192.0.2.8")));
    found(zone.clone()).await.assert(
        Ptr,
        State::Wrong,
        &["a.provider.example, which does not lead back", "7.2.0.192.in-addr.arpa PTR www.samleng.example"],
    );
    found(with(ARPA, [Reverse("gone.example")])).await.assert(Ptr, State::Wrong, &["gone.example"]);
    zone.push((ARPA, Reverse(HOST)));
    found(zone).await.assert(Ptr, State::Well, &["192.0.2.7 is www.samleng.example"]);
    let mut zone = with(ARPA, [Reverse("down.example")]);
    zone.push(("down.example", Code(ResponseCode::ServFail)));
    found(zone).await.assert(Ptr, State::Unknown, &["down.example", "Server Failure"]);
}

#[tokio::test]
async fn where_the_host_is_an_address_that_address_is_meant() {
    for (host, spf, arpa) in [
        ("192.0.2.9", "v=spf1 mx ip4:192.0.2.9 ~all", "9.2.0.192.in-addr.arpa PTR samleng.example"),
        ("[2001:db8::9]", "v=spf1 mx ip6:2001:db8::9 ~all", "ip6.arpa PTR samleng.example"),
    ] {
        let resolver = Some(resolver(Vec::new()).await);
        found_of(&Asked { host, resolver, ..ASKED }).await.assert(Spf, State::Missing, &[spf]).assert(
            Ptr,
            State::Missing,
            &[arpa],
        );
    }
}

#[tokio::test]
async fn what_the_resolver_refuses_or_fails_at_is_unknown_with_its_word() {
    for (code, word) in [(ResponseCode::ServFail, "Server Failure"), (ResponseCode::Refused, "Query Refused")] {
        let found = found([DOMAIN, SELECTOR, POLICY, HOST].map(|name| (name, Code(code))).into()).await;
        for (what, question) in [
            (Spf, "samleng.example TXT"),
            (Dkim, "at._domainkey.samleng.example TXT"),
            (Dmarc, "_dmarc.samleng.example TXT"),
            (Ptr, "www.samleng.example A"),
        ] {
            found.assert(what, State::Unknown, &[question, word]);
        }
    }
    found(with(ARPA, [Code(ResponseCode::ServFail)])).await.assert(Ptr, State::Unknown, &[ARPA, "Server Failure"]);
}

#[tokio::test]
async fn the_key_to_put_into_the_dns_is_said_also_where_the_dns_cannot_be_asked() {
    let right = format!("at._domainkey.samleng.example TXT \"v=DKIM1; k=rsa; p={KEY}\"");
    found(with(SELECTOR, [Code(ResponseCode::Refused)])).await.assert(Dkim, State::Unknown, &["Query Refused", &right]);
}

#[tokio::test]
async fn a_resolver_that_says_nothing_is_not_waited_for() {
    let found = found([DOMAIN, SELECTOR, POLICY, HOST].map(|name| (name, Silence)).into()).await;
    for what in [Spf, Dkim, Dmarc, Ptr] {
        found.assert(what, State::Unknown, &["does not answer"]);
    }
}

#[tokio::test]
async fn where_no_resolver_is_everything_is_unknown() {
    let nobody = Some(address_of_its_own().into());
    let found = found_of(&Asked { resolver: nobody, ..ASKED }).await;
    for what in [Spf, Dkim, Dmarc, Ptr] {
        found.assert(what, State::Unknown, &["the resolver"]);
    }
}

#[tokio::test]
async fn what_is_no_name_is_unknown_and_not_asked() {
    let domain = format!("{}.example", "a".repeat(64));
    let resolver = Some(resolver(well()).await);
    found_of(&Asked { domain: &domain, resolver, ..ASKED })
        .await
        .assert(Spf, State::Unknown, &["is no name in the DNS"])
        .assert(Dkim, State::Unknown, &["is no name in the DNS"])
        .assert(Dmarc, State::Unknown, &["is no name in the DNS"])
        .assert(Ptr, State::Well, &[]);
}

#[tokio::test]
async fn an_answer_too_long_for_udp_is_had_over_tcp() {
    let others = (0..9).map(|number| Text(format!("verification-{number}={}", "x".repeat(200))));
    let entries = others.chain([say("v=spf1 a:www.samleng.example -all")]);
    found(with(DOMAIN, entries)).await.assert(Spf, State::Well, &["-all"]);
}

#[tokio::test]
async fn a_record_cannot_write_to_the_terminal() {
    let record = "v=spf1 \u{1b}[2J\r\nexp=\u{202e}x ?all";
    found(with(DOMAIN, [say(record)])).await.assert(Spf, State::Wrong, &["v=spf1 ?[2J  exp=???x ?all"]);
}
