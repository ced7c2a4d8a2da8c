//! What the DNS says about the domain that mails come from: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 9989), and the reverse
//! names of the host. It only asks, for a few seconds at most; what could not be asked is unknown, never wrong.

mod dns;

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
};

use futures_util::future::join_all;
use mail_auth::{
    SpfResult,
    common::{parse::TxtRecordParser, verify::DomainKey},
    dmarc::{Dmarc, Policy},
    spf::{Directive, Mechanism, Qualifier, Spf},
};
use tokio::join;

use self::dns::{Dns, literal};

/// What is asked about: the domain that mails come from, and how they are signed.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The domain of the sender's address.
    pub domain: &'a str,
    /// The instance's public host, without port.
    pub host: &'a str,
    /// Under which name the key stands.
    pub selector: &'a str,
    /// The RSA key that mails are signed with, where they are: base64 of its DER (SubjectPublicKeyInfo).
    pub public_key: Option<&'a str>,
    /// Which resolver is asked; none means the system's.
    pub resolver: Option<SocketAddr>,
}

/// What was found about one of the four; of reverse names there is one for each address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Of which.
    pub what: What,
    /// How it stands.
    pub state: State,
    /// One line for the operator: what is there, or what to put where.
    pub says: String,
}

/// One of the four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Which servers send for the domain.
    Spf,
    /// The key that mails are signed with.
    Dkim,
    /// What is to happen to mails that neither of the two speaks for.
    Dmarc,
    /// The name of an address.
    Ptr,
}

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should.
    Well,
    /// It is not there.
    Missing,
    /// It is there, and does harm or does not count.
    Wrong,
    /// It could not be asked.
    Unknown,
}

impl fmt::Display for What {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Spf => "SPF",
            Self::Dkim => "DKIM",
            Self::Dmarc => "DMARC",
            Self::Ptr => "PTR",
        })
    }
}

/// Looks at all four.
pub async fn look(asked: &Asked<'_>) -> Vec<Finding> {
    let dns = Dns::of(asked.resolver);
    let (policies, dkim, dmarc, addresses) =
        join!(dns.texts(asked.domain), dkim(&dns, asked), dmarc(&dns, asked), dns.addresses(asked.host));
    let (spf, reverse) = join!(spf(&dns, asked, policies, &addresses), reverse_names(&dns, asked, &addresses));
    let mut found = vec![finding(What::Spf, spf), finding(What::Dkim, dkim), finding(What::Dmarc, dmarc)];
    found.extend(reverse.into_iter().map(|reverse| finding(What::Ptr, reverse)));
    found
}

/// What an answer says, or why there was none.
type Judged = Result<(State, String), String>;

fn finding(what: What, judged: Judged) -> Finding {
    let (state, says) = judged.unwrap_or_else(|reason| (State::Unknown, reason));
    Finding { what, state, says }
}

/// A record as operators put it into the DNS.
fn text(name: &str, value: &str) -> String {
    format!("{name} TXT \"{value}\"")
}

async fn spf(
    dns: &Dns,
    asked: &Asked<'_>,
    texts: Result<Vec<String>, String>,
    addresses: &Result<Vec<IpAddr>, String>,
) -> Judged {
    let texts = texts?;
    let is_spf = |text: &&String| text.split(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("v=spf1"));
    let records: Vec<&String> = texts.iter().filter(is_spf).collect();
    let domain = asked.domain;
    Ok(match records[..] {
        [] => {
            let right = text(domain, &format!("v=spf1 mx {} ~all", sender(asked.host)));
            (State::Missing, format!("put into the DNS: {right}; if a smarthost sends, its own include: goes in too"))
        }
        [record] => senders(dns, asked, record, addresses.as_deref().unwrap_or_default()).await,
        [..] => {
            (State::Wrong, format!("{domain} has {} TXT records v=spf1, so none counts: make them one", records.len()))
        }
    })
}

/// Judges the one SPF record.
async fn senders(dns: &Dns, asked: &Asked<'_>, record: &str, addresses: &[IpAddr]) -> (State, String) {
    let there = text(asked.domain, record);
    let wrong = |fault: &str| (State::Wrong, format!("{fault}: {there}"));
    let Ok(read) = Spf::parse(record.as_bytes()) else { return wrong("this cannot be read") };
    if read.directives.iter().any(lets_everybody) {
        return wrong("this lets everybody send in your name, so put ~all in place of +all");
    }
    let results = join_all(addresses.iter().map(|address| dns.spf(asked, *address))).await;
    if results.contains(&SpfResult::PermError) {
        return wrong("this does not count, as an include: is not there or more than ten look-ups are asked for");
    }
    let notes = addresses.iter().zip(results).filter_map(|(address, result)| note(*address, result));
    (State::Well, std::iter::once(there).chain(notes).collect::<Vec<_>>().join("; "))
}

/// By what SPF names a host.
fn sender(host: &str) -> String {
    match literal(host) {
        Some(IpAddr::V4(address)) => format!("ip4:{address}"),
        Some(IpAddr::V6(address)) => format!("ip6:{address}"),
        None => format!("a:{host}"),
    }
}

fn lets_everybody(directive: &Directive) -> bool {
    directive.mechanism == Mechanism::All && directive.qualifier == Qualifier::Pass
}

/// What SPF says of the host's own address. That it may not send is no fault, since a smarthost may be what sends.
fn note(address: IpAddr, result: SpfResult) -> Option<String> {
    match result {
        SpfResult::Pass => None,
        SpfResult::TempError => {
            Some(format!("whether it lets the host's own address {address} send could not be asked"))
        }
        SpfResult::Fail | SpfResult::SoftFail | SpfResult::Neutral | SpfResult::None | SpfResult::PermError => Some(
            format!("it does not let the host's own address {address} send, which is well only if a smarthost sends"),
        ),
    }
}

async fn dkim(dns: &Dns, asked: &Asked<'_>) -> Judged {
    let Some(ours) = asked.public_key else {
        return Ok((
            State::Missing,
            "mails are not signed: make a key with `openssl genrsa -out dkim.pem 2048`, set dkim_key to where it is, and \
             check again for what to put into the DNS"
                .to_owned(),
        ));
    };
    let name = format!("{}._domainkey.{}", asked.selector, asked.domain);
    let right = text(&name, &format!("v=DKIM1; k=rsa; p={ours}"));
    let texts = dns.texts(&name).await.map_err(|reason| format!("{reason}; there should be: {right}"))?;
    let fault = match &texts[..] {
        [] => {
            let says = format!("put into the DNS (in a zone file, in strings of at most 255 characters): {right}");
            return Ok((State::Missing, says));
        }
        [text] => match key(text).as_deref() {
            None => "what is there holds no key",
            Some("") => "the key there is revoked",
            Some(theirs) if theirs != ours => "the key there is not the one that mails are signed with",
            Some(_) if DomainKey::parse(text.as_bytes()).is_err() => "what is there cannot be read",
            Some(_) => return Ok((State::Well, format!("{name} holds the key that mails are signed with"))),
        },
        [..] => "there are several records, of which any may be read",
    };
    Ok((State::Wrong, format!("{fault}; put there nothing but: {right}")))
}

/// The key of a DKIM record, of which DNS panels make several lines.
fn key(record: &str) -> Option<String> {
    let tags = record.split(';').filter_map(|tag| tag.split_once('='));
    tags.filter(|(name, _)| name.trim() == "p").map(|(_, key)| key.replace(' ', "")).next()
}

async fn dmarc(dns: &Dns, asked: &Asked<'_>) -> Judged {
    let name = format!("_dmarc.{}", asked.domain);
    let texts = dns.texts(&name).await?;
    let is_dmarc = |text: &&String| text.replace(' ', "").to_ascii_lowercase().starts_with("v=dmarc1");
    let policies: Vec<&String> = texts.iter().filter(is_dmarc).collect();
    let right = text(&name, &format!("v=DMARC1; p=none; rua=mailto:postmaster@{}", asked.domain));
    Ok(match policies[..] {
        [] => match dns.policy_above(asked.domain).await {
            Some(policy) => {
                (State::Well, format!("{name} is not there, so the policy of the domain above holds: p={policy}"))
            }
            None => (State::Missing, format!("put into the DNS: {right}")),
        },
        [policy] => match Dmarc::parse(policy.as_bytes()).map(|read| read.p) {
            Ok(Policy::None | Policy::Quarantine | Policy::Reject) => (State::Well, text(&name, policy)),
            Ok(Policy::Unspecified) | Err(_) => (
                State::Wrong,
                format!("this has no policy that can be read: {}; put there instead: {right}", text(&name, policy)),
            ),
        },
        [..] => {
            (State::Wrong, format!("{name} has {} TXT records v=DMARC1, so none counts: leave one", policies.len()))
        }
    })
}

async fn reverse_names(dns: &Dns, asked: &Asked<'_>, addresses: &Result<Vec<IpAddr>, String>) -> Vec<Judged> {
    match addresses.as_deref() {
        Err(reason) => vec![Err(reason.clone())],
        Ok([]) => {
            let (host, record) = (asked.host, "its A record, and its AAAA record if it has IPv6");
            let says = format!("{host} has no address; put into the DNS {record}");
            vec![Ok((State::Missing, says))]
        }
        Ok(addresses) => join_all(addresses.iter().map(|address| reverse_name(dns, asked, *address))).await,
    }
}

async fn reverse_name(dns: &Dns, asked: &Asked<'_>, address: IpAddr) -> Judged {
    let (arpa, names) = dns.names(address).await?;
    let host = if literal(asked.host).is_some() { asked.domain } else { asked.host };
    let set = format!("with the provider of the server, set {arpa} PTR {host}, unless a smarthost sends");
    if names.is_empty() {
        return Ok((State::Missing, format!("{address} has no name: {set}")));
    }
    let led: Vec<_> = join_all(names.iter().map(|name| dns.addresses(name))).await;
    let back = |led: &Result<Vec<IpAddr>, String>| led.as_ref().is_ok_and(|led| led.contains(&address));
    if let Some((name, _)) = names.iter().zip(&led).find(|(_, led)| back(led)) {
        return Ok((State::Well, format!("{address} is {name}, which leads back to it")));
    }
    led.into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok((State::Wrong, format!("{address} has the name {}, which does not lead back to it: {set}", names.join(", "))))
}
