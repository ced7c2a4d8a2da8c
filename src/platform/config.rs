//! The settings of an instance: `Leptos.toml`, overridden by `SAMLENG_…`, then by the command line; parsed once into one type.
//!
//! A value that is not allowed stops the start with its name and what is allowed.

mod mail;

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use ipnet::IpNet;
use jiff::tz::TimeZone;
use leptos::config::LeptosOptions;

pub use self::mail::MailSettings;
use crate::{error::CannotRun, words::EmailAddress};

/// Where the settings stand when nobody says otherwise.
pub const FILE: &str = "Leptos.toml";

/// What an instance can choose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen.
    pub addr: SocketAddr,
    /// The data folder.
    pub data: PathBuf,
    /// A PostgreSQL database in place of SQLite in the data folder.
    pub database_url: Option<String>,
    /// What makes every absolute link: scheme and host, and no path.
    pub public_url: PublicUrl,
    /// Whether somebody chose it; else it is only good on this machine, and no mail may hold a link.
    pub public_url_is_set: bool,
    /// Whose forwarded headers are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// In which zone a day ends.
    pub time_zone: TimeZone,
    /// What stands before the numbers of this network's alerts.
    pub number_prefix: String,
    /// Where "Leave now" leads.
    pub leave_to: String,
    /// Where people reach those who run it.
    pub contact: Option<EmailAddress>,
    /// The fingerprint of its key, to be compared on paper: 40 or 64 hexadecimal digits.
    pub key: Option<String>,
    /// How mails leave.
    pub mail: MailSettings,
    /// How many sent reports from one network count within an hour.
    pub sent_reports_an_hour: u32,
    /// Whether every component is shown at `/{language}/samples`: for designers, by the command line only.
    pub samples: bool,
    /// Where the built site is, and what its files are called.
    pub leptos: LeptosOptions,
}

/// The address that readers use, e.g. `https://samleng.example`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    scheme: &'static str,
    host: String,
}

impl PublicUrl {
    /// Parses scheme and host; `None` where there is more (a path, a user) or less.
    pub fn parse(text: &str) -> Option<Self> {
        let (scheme, host) = match text.split_once("://")? {
            ("https", host) => ("https", host),
            ("http", host) => ("http", host),
            _ => return None,
        };
        let host = host.strip_suffix('/').unwrap_or(host).to_ascii_lowercase();
        // Browsers leave the scheme's own port out of Host.
        let own_port = if scheme == "https" { ":443" } else { ":80" };
        let host = host.strip_suffix(own_port).map_or(host.clone(), str::to_owned);
        let authority: axum::http::uri::Authority = host.parse().ok()?;
        let whole = !host.contains('@') && !authority.host().is_empty();
        whole.then_some(Self { scheme, host })
    }

    /// Host and, where it is not the scheme's own, port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host without its port.
    pub fn name(&self) -> &str {
        match self.host.rsplit_once(':') {
            // Not the last part of an IPv6 address.
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => &self.host,
        }
    }

    /// Whether readers come by TLS.
    pub fn is_secure(&self) -> bool {
        self.scheme == "https"
    }

    /// The origin, which is also the beginning of every absolute link.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.host)
    }
}

/// What the command line says; it overrides file and environment.
#[derive(Clone, Debug, Default)]
pub struct FromCommandLine {
    /// `--settings`
    pub file: Option<PathBuf>,
    /// `--data`
    pub data: Option<PathBuf>,
    /// `--addr`
    pub addr: Option<String>,
    /// `--samples`
    pub samples: bool,
}

impl Settings {
    /// Reads the settings.
    ///
    /// # Errors
    /// A file that cannot be read, or the first value that is not allowed.
    pub fn read(given: &FromCommandLine, environment: impl Fn(&str) -> Option<String>) -> Result<Self, CannotRun> {
        let file = given.file.clone().unwrap_or_else(Self::nearest_file);
        let source = Source { table: read_table(&file)?, environment };
        let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();

        let addr_text = given.addr.clone().map_or_else(|| source.text("addr"), |addr| Ok(Some(addr)))?;
        let addr = parse_addr(addr_text.as_deref().unwrap_or("127.0.0.1:3000"))?;
        let public_url_text = source.text("public_url")?;
        let public_url_is_set = public_url_text.is_some();
        let public_url = match public_url_text {
            Some(text) => PublicUrl::parse(&text)
                .ok_or_else(|| wrong("public_url", &text, "http:// or https:// and a host, without a path"))?,
            None if addr.ip().is_loopback() => {
                let url = format!("http://localhost:{}", addr.port());
                PublicUrl::parse(&url).ok_or_else(|| wrong("addr", &url, "a port that readers can use"))?
            }
            None => {
                let needed = "set when addr is beyond loopback, e.g. \"https://samleng.example\"";
                return Err(wrong("public_url", "", needed));
            }
        };
        Ok(Self {
            addr,
            data: match &given.data {
                Some(data) => data.clone(),
                None => source.text("data")?.map_or_else(|| "data".into(), PathBuf::from),
            },
            database_url: database_url(&source)?,
            mail: MailSettings::read(&source, &public_url)?,
            public_url,
            public_url_is_set,
            trusted_proxies: source.list("trusted_proxies")?,
            time_zone: source
                .parsed("time_zone", "a zone of the IANA database, e.g. Asia/Phnom_Penh", |text| {
                    TimeZone::get(text).ok()
                })?
                .unwrap_or(TimeZone::UTC),
            number_prefix: source
                .parsed("number_prefix", "2 to 6 capital letters, and not Amnesty's own UA", |text| {
                    let letters = (2..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase());
                    (letters && text != "UA").then(|| text.to_owned())
                })?
                .unwrap_or_else(|| "KUA".to_owned()),
            leave_to: source
                .parsed("leave_to", "an https:// address", |text| {
                    (text.starts_with("https://") && text.parse::<axum::http::Uri>().is_ok()).then(|| text.to_owned())
                })?
                .unwrap_or_else(|| "https://www.wikipedia.org/".to_owned()),
            contact: source.parsed("contact", "an e-mail address", |text| text.parse().ok())?,
            key: source.parsed("key", "a fingerprint of 40 or 64 hexadecimal digits", fingerprint)?,
            sent_reports_an_hour: source
                .parsed("sent_reports_an_hour", "a whole number from 1 to 100000", |text| {
                    text.parse().ok().filter(|number| (1..=100_000).contains(number))
                })?
                .unwrap_or(60),
            samples: given.samples,
            leptos: site(&file, &folder)?,
        })
    }

    /// `Leptos.toml` here, or else beside the program.
    fn nearest_file() -> PathBuf {
        let here = PathBuf::from(FILE);
        let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join(FILE)));
        match beside {
            Some(beside) if !here.exists() && beside.exists() => beside,
            _ => here,
        }
    }
}

/// A fingerprint in capitals and without the spaces with which it is often written.
fn fingerprint(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let whole = matches!(digits.len(), 40 | 64) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    whole.then(|| digits.to_ascii_uppercase())
}

/// The database's address. It may hold a password, so a refusal does not repeat it.
fn database_url<E: Fn(&str) -> Option<String>>(source: &Source<E>) -> Result<Option<String>, CannotRun> {
    match source.text("database_url")? {
        Some(url) if !url.starts_with("postgres://") && !url.starts_with("postgresql://") => {
            Err(wrong("database_url", "…", "an address that begins with postgres://"))
        }
        url => Ok(url),
    }
}

/// The table of the file and the environment that overrides it.
struct Source<E> {
    table: toml::Table,
    environment: E,
}

impl<E: Fn(&str) -> Option<String>> Source<E> {
    fn text(&self, name: &'static str) -> Result<Option<String>, CannotRun> {
        if let Some(text) = (self.environment)(&format!("SAMLENG_{}", name.to_ascii_uppercase())) {
            return Ok((!text.is_empty()).then_some(text));
        }
        match self.table.get(name) {
            None => Ok(None),
            Some(toml::Value::String(text)) => Ok(Some(text.clone())),
            Some(toml::Value::Integer(number)) => Ok(Some(number.to_string())),
            Some(other) => Err(wrong(name, &other.to_string(), "a text")),
        }
    }

    fn parsed<T>(
        &self,
        name: &'static str,
        allowed: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, CannotRun> {
        self.text(name)?.map(|text| parse(&text).ok_or_else(|| wrong(name, &text, allowed))).transpose()
    }

    /// A list in the file, or one text with commas in the environment.
    fn list(&self, name: &'static str) -> Result<Vec<IpNet>, CannotRun> {
        let allowed = "a list of networks, e.g. [\"127.0.0.1/32\", \"::1/128\"]";
        let parse = |text: &str| {
            let text = text.trim();
            text.parse::<IpNet>()
                .or_else(|_| text.parse::<std::net::IpAddr>().map(IpNet::from))
                .map_err(|_| wrong(name, text, allowed))
        };
        match self.table.get(name) {
            Some(toml::Value::Array(values)) if (self.environment)("SAMLENG_TRUSTED_PROXIES").is_none() => {
                values.iter().map(|value| parse(value.as_str().unwrap_or(&value.to_string()))).collect()
            }
            _ => match self.text(name)? {
                None => Ok(Vec::new()),
                Some(text) => text.split(',').map(parse).collect(),
            },
        }
    }
}

fn wrong(name: &'static str, value: &str, allowed: &str) -> CannotRun {
    CannotRun::Setting { name, value: value.to_owned(), allowed: allowed.to_owned() }
}

fn parse_addr(text: &str) -> Result<SocketAddr, CannotRun> {
    text.strip_prefix("localhost:")
        .map_or_else(|| text.to_owned(), |port| format!("127.0.0.1:{port}"))
        .parse()
        .map_err(|_| wrong("addr", text, "an IP address and a port, e.g. 127.0.0.1:3000"))
}

fn unusable(path: &Path, reason: impl ToString) -> CannotRun {
    CannotRun::SettingsFile { path: path.display().to_string(), reason: reason.to_string().replace('\n', " ") }
}

/// The `[samleng]` table of the file, whose every setting must be one that we know: a misspelt one would be ignored unseen.
fn read_table(file: &Path) -> Result<toml::Table, CannotRun> {
    let known = [
        "addr",
        "data",
        "database_url",
        "public_url",
        "trusted_proxies",
        "time_zone",
        "number_prefix",
        "leave_to",
        "contact",
        "key",
        "sent_reports_an_hour",
        "smtp_url",
        "smtp_connections",
        "mail_from",
        "bounces_to",
        "bounces",
        "dkim_key",
        "dkim_selector",
        "dns_resolver",
        "confirmations_an_hour",
    ];
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => return Err(unusable(file, error)),
    };
    let whole: toml::Table = text.parse().map_err(|error| unusable(file, error))?;
    let table = match whole.get("samleng") {
        Some(toml::Value::Table(table)) => table.clone(),
        _ => return Err(unusable(file, "it has no table [samleng]")),
    };
    match table.keys().find(|key| !known.contains(&key.as_str())) {
        Some(unknown) => Err(unusable(file, format!("it knows no setting {unknown}"))),
        None => Ok(table),
    }
}

/// Leptos' own options. Under `cargo leptos` (which sets `LEPTOS_SITE_ROOT`) its environment holds.
fn site(file: &Path, folder: &Path) -> Result<LeptosOptions, CannotRun> {
    let built_here = std::env::var("LEPTOS_SITE_ROOT").is_ok();
    let path = file.to_str().ok_or_else(|| unusable(file, "its path is not UTF-8"))?;
    let mut options = leptos::config::get_configuration((!built_here).then_some(path))
        .map_err(|error| unusable(file, error))?
        .leptos_options;
    if !built_here {
        options.site_root = folder.join(options.site_root.as_ref()).to_string_lossy().into_owned().into();
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, environment: &[(&str, &str)]) -> Result<Settings, CannotRun> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        std::fs::write(&file, format!("{text}\n[package.metadata.leptos]\noutput-name = \"samleng\"\n")).unwrap();
        let given = FromCommandLine { file: Some(file), ..FromCommandLine::default() };
        Settings::read(&given, |name| {
            environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let settings = read("[samleng]\nnumber_prefix = \"KUA\"", &[("SAMLENG_NUMBER_PREFIX", "LUA")]).unwrap();
        assert_eq!(settings.number_prefix, "LUA");
    }

    #[test]
    fn without_a_public_url_loopback_is_localhost_and_anything_beyond_stops_the_start() {
        let settings = read("[samleng]\naddr = \"127.0.0.1:4000\"", &[]).unwrap();
        assert_eq!(settings.public_url.origin(), "http://localhost:4000");
        let refused = read("[samleng]\naddr = \"0.0.0.0:4000\"", &[]).unwrap_err().to_string();
        assert!(refused.contains("public_url"), "{refused}");
    }

    #[test]
    fn the_schemes_own_port_is_left_out_as_browsers_do() {
        for (text, origin) in [
            ("https://a.example:443/", "https://a.example"),
            ("http://a.example:80", "http://a.example"),
            ("http://a.example:8080", "http://a.example:8080"),
            ("https://a.example:80", "https://a.example:80"),
        ] {
            assert_eq!(PublicUrl::parse(text).unwrap().origin(), origin);
        }
        let settings = read("[samleng]\naddr = \"127.0.0.1:80\"", &[]).unwrap();
        assert_eq!(settings.public_url.host(), "localhost");
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_allowed() {
        for (line, name) in [
            ("addr = \"nowhere\"", "addr"),
            ("public_url = \"https://a.example/path\"", "public_url"),
            ("public_url = \"ftp://a.example\"", "public_url"),
            ("trusted_proxies = [\"everybody\"]", "trusted_proxies"),
            ("time_zone = \"Mars/Olympus\"", "time_zone"),
            ("number_prefix = \"UA\"", "number_prefix"),
            ("leave_to = \"javascript:alert(1)\"", "leave_to"),
            ("sent_reports_an_hour = 0", "sent_reports_an_hour"),
            ("database_url = \"mysql://a\"", "database_url"),
            ("numberprefix = \"KUA\"", "numberprefix"),
        ] {
            let refused = read(&format!("[samleng]\n{line}"), &[]).unwrap_err().to_string();
            assert!(refused.contains(name) && !refused.contains('\n'), "{line}: {refused}");
        }
    }
}
