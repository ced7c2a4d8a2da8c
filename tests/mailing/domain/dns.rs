//! A DNS server that knows one zone, on loopback.

use std::net::{IpAddr, SocketAddr};

use mail_auth::hickory_resolver::proto::{
    op::{Message, OpCode, ResponseCode},
    rr::{
        Name, RData, Record, RecordType,
        rdata::{A, AAAA, CNAME, MX, PTR, TXT},
    },
};
use samleng_test_support::server::address_of_its_own;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, UdpSocket},
};

/// What stands at a name.
#[derive(Clone)]
pub enum Entry {
    /// A TXT record.
    Text(String),
    /// An A or AAAA record.
    Address(&'static str),
    /// A PTR record.
    Reverse(&'static str),
    /// An MX record.
    Exchange(&'static str),
    /// A CNAME record; what stands at its target is answered with it.
    Alias(&'static str),
    /// Every question about it is answered with this code.
    Code(ResponseCode),
    /// No question about it is answered.
    Silence,
}

/// Names and what stands there.
pub type Zone = Vec<(&'static str, Entry)>;

impl Entry {
    fn record(&self, name: &str) -> Option<Record> {
        let absolute = |name: &str| Name::from_ascii(format!("{name}.")).unwrap();
        let data = match self {
            // A text is sent in strings of at most 255 bytes.
            Self::Text(text) => RData::TXT(TXT::from_bytes(text.as_bytes().chunks(255).collect())),
            Self::Address(address) => match address.parse().unwrap() {
                IpAddr::V4(address) => RData::A(A(address)),
                IpAddr::V6(address) => RData::AAAA(AAAA(address)),
            },
            Self::Reverse(to) => RData::PTR(PTR(absolute(to))),
            Self::Exchange(to) => RData::MX(MX::new(10, absolute(to))),
            Self::Alias(to) => RData::CNAME(CNAME(absolute(to))),
            Self::Code(_) | Self::Silence => return None,
        };
        Some(Record::from_rdata(absolute(name), 60, data))
    }
}

/// The answer to a question, if there is one.
fn answer(zone: &Zone, question: &[u8]) -> Option<Message> {
    let question = Message::from_vec(question).unwrap();
    let query = question.queries.first().unwrap().clone();
    let asked = query.name().to_ascii().to_ascii_lowercase();
    let at = |name: &str| zone.iter().filter(|(there, _)| *there == name).collect::<Vec<_>>();
    let mut found = at(asked.trim_end_matches('.'));
    let mut answer = Message::response(question.metadata.id, OpCode::Query);
    answer.metadata.response_code = match found.first() {
        None => ResponseCode::NXDomain,
        Some((_, Entry::Silence)) => return None,
        Some((_, Entry::Code(code))) => *code,
        Some(_) => ResponseCode::NoError,
    };
    if let Some((_, Entry::Alias(to))) = found.first() {
        found.extend(at(to));
    }
    let kinds = [query.query_type(), RecordType::CNAME];
    let records = found.iter().filter_map(|(name, entry)| entry.record(name));
    answer.add_answers(records.filter(|record| kinds.contains(&record.record_type())));
    answer.add_query(query);
    Some(answer)
}

/// A resolver that knows a zone, for as long as the test runs. What does not fit is had over TCP only.
pub async fn resolver(zone: Zone) -> SocketAddr {
    let address = SocketAddr::V4(address_of_its_own());
    let tcp = TcpListener::bind(address).await.unwrap();
    let udp = UdpSocket::bind(address).await.unwrap();
    tokio::spawn(over_tcp(tcp, zone.clone()));
    tokio::spawn(async move {
        let mut bytes = [0; 1500];
        while let Ok((length, from)) = udp.recv_from(&mut bytes).await {
            if let Some(answer) = answer(&zone, &bytes[..length]) {
                let whole = answer.to_vec().unwrap();
                let sent = if whole.len() > 1232 { answer.truncate().to_vec().unwrap() } else { whole };
                udp.send_to(&sent, from).await.unwrap();
            }
        }
    });
    address
}

async fn over_tcp(tcp: TcpListener, zone: Zone) {
    while let Ok((mut stream, _)) = tcp.accept().await {
        while let Ok(length) = stream.read_u16().await {
            let mut bytes = vec![0; length.into()];
            stream.read_exact(&mut bytes).await.unwrap();
            let answer = answer(&zone, &bytes).unwrap().to_vec().unwrap();
            stream.write_u16(answer.len().try_into().unwrap()).await.unwrap();
            stream.write_all(&answer).await.unwrap();
        }
    }
}
