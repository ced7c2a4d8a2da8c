//! Questions to the DNS, each of which ends within seconds. That there is nothing at a name is an answer, and not a fault.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use mail_auth::{
    AuthenticatedMessage, MessageAuthenticator, SpfOutput, SpfResult,
    dmarc::{Policy, verify::DmarcParameters},
    hickory_resolver::{
        config::{NameServerConfig, ResolveHosts, ResolverConfig, ResolverOpts},
        net::{DnsError, NetError},
        proto::rr::{Name, RData, RecordType},
        system_conf::read_system_conf,
    },
    spf::verify::SpfParameters,
};
use tokio::{join, time::timeout};

use super::Asked;

/// How long one question may take, with all that it leads to.
const LONGEST_ANSWER: Duration = Duration::from_secs(4);

/// How long is waited before it is asked a second and last time: what took a resolver long, it often has by then.
const LONGEST_TRY: Duration = Duration::from_secs(2);

/// How many reverse names of an address are looked at; receivers do not look at more either (RFC 7208, section 4.6.4).
const REVERSE_NAMES: usize = 10;

/// Who is asked, or why nobody can be.
pub struct Dns(Result<MessageAuthenticator, String>);

impl Dns {
    /// The resolver at an address, or the system's.
    pub fn of(resolver: Option<SocketAddr>) -> Self {
        let settings = resolver.map_or_else(read_system_conf, |address| {
            let mut server = NameServerConfig::udp_and_tcp(address.ip());
            server.connections.iter_mut().for_each(|connection| connection.port = address.port());
            Ok((ResolverConfig::from_name_servers(vec![server]), ResolverOpts::default()))
        });
        let resolver = settings.and_then(|(config, mut options)| {
            options.timeout = LONGEST_TRY;
            options.attempts = 1;
            // The server's own file often gives its name a loopback address, and the world does not read it.
            options.use_hosts_file = ResolveHosts::Never;
            MessageAuthenticator::new(config, options)
        });
        Self(resolver.map_err(|error| format!("no resolver can be asked: {error}")))
    }

    /// The texts at a name, each in one line of ASCII, since they are shown on a terminal.
    pub async fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        let shown = |byte: &u8| match byte {
            b'!'..=b'~' => char::from(*byte),
            byte if byte.is_ascii_whitespace() => ' ',
            _ => '?',
        };
        let answers = self.ask(&absolute(name)?, RecordType::TXT).await?;
        let texts = answers.iter().filter_map(|answer| match answer {
            RData::TXT(text) => Some(text.txt_data.concat().iter().map(shown).collect()),
            _ => None,
        });
        Ok(texts.collect())
    }

    /// The addresses of a host; of an address, itself.
    pub async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, String> {
        if let Some(address) = literal(host) {
            return Ok(vec![address]);
        }
        let name = absolute(host)?;
        let (old, new) = join!(self.ask(&name, RecordType::A), self.ask(&name, RecordType::AAAA));
        Ok(old?.iter().chain(&new?).filter_map(RData::ip_addr).collect())
    }

    /// Where the names of an address stand, and the names.
    pub async fn names(&self, address: IpAddr) -> Result<(String, Vec<String>), String> {
        let arpa = Name::from(address);
        let answers = self.ask(&arpa, RecordType::PTR).await?;
        let names = answers.iter().filter_map(|answer| match answer {
            RData::PTR(name) => Some(without_dot(name)),
            _ => None,
        });
        Ok((without_dot(&arpa), names.take(REVERSE_NAMES).collect()))
    }

    /// What SPF says where an address sends for the domain.
    pub async fn spf(&self, asked: &Asked<'_>, address: IpAddr) -> SpfResult {
        let Ok(resolver) = &self.0 else { return SpfResult::TempError };
        let sender = format!("postmaster@{}", asked.domain);
        let mail = SpfParameters::verify_mail_from(address, asked.host, asked.host, &sender);
        timeout(LONGEST_ANSWER, resolver.verify_spf(mail)).await.map_or(SpfResult::TempError, |output| output.result())
    }

    /// The DMARC policy of a domain above, where one holds for a domain that has none (RFC 9989, section 4.10.1).
    pub async fn policy_above(&self, domain: &str) -> Option<Policy> {
        let mail = format!("From: postmaster@{domain}\r\n\r\n");
        let asked = DmarcParameters {
            message: &AuthenticatedMessage::parse(mail.as_bytes())?,
            dkim_output: &[],
            dkim2_output: None,
            rfc5321_mail_from_domain: domain,
            spf_output: &SpfOutput::new(domain.to_owned()),
        };
        let found = timeout(LONGEST_ANSWER, self.0.as_ref().ok()?.verify_dmarc(asked)).await.ok()?;
        found.dmarc_record().map(|_| found.policy())
    }

    async fn ask(&self, name: &Name, kind: RecordType) -> Result<Vec<RData>, String> {
        let resolver = self.0.as_ref().map_err(String::clone)?.resolver();
        let reason = match timeout(LONGEST_ANSWER, resolver.lookup(name.clone(), kind)).await {
            Ok(Ok(found)) => return Ok(found.answers().iter().map(|record| record.data.clone()).collect()),
            Ok(Err(NetError::Dns(DnsError::NoRecordsFound(_)))) => return Ok(Vec::new()),
            Ok(Err(NetError::Dns(DnsError::ResponseCode(code)))) => format!("the resolver answers \"{code}\""),
            Ok(Err(NetError::Timeout)) | Err(_) => "the resolver does not answer".to_owned(),
            Ok(Err(error)) => format!("the resolver cannot be asked ({error})"),
        };
        Err(format!("{} {kind} is not known: {reason}", without_dot(name)))
    }
}

/// An address in place of a host's name, as it stands in a URL.
pub fn literal(host: &str) -> Option<IpAddr> {
    host.trim_matches(['[', ']']).parse().ok()
}

/// A name to which no search domain of the system is added.
fn absolute(name: &str) -> Result<Name, String> {
    let mut name =
        Name::from_str_relaxed(name).map_err(|error| format!("\"{name}\" is no name in the DNS: {error}"))?;
    name.set_fqdn(true);
    Ok(name)
}

fn without_dot(name: &Name) -> String {
    name.to_ascii().trim_end_matches('.').to_owned()
}
