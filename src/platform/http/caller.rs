//! Who asks, and when.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use jiff::{Timestamp, civil::Date};

use super::{Instance, host::reader_address};
use crate::{
    error::Error,
    platform::{
        clock,
        db::Db,
        session::{SignedIn, guard},
    },
};

/// A request as the rules see it: time and chance come with it, never from the system.
#[derive(Clone)]
pub struct Caller {
    instance: Arc<Instance>,
    now: Timestamp,
    network: Network,
    signed_in: Option<SignedIn>,
}

/// From where a request comes, for limits that live in memory only: never stored, never logged, never shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network([u8; 16]);

impl Network {
    /// The network of an address: for IPv4 the address itself, for IPv6 its /64, which is one household's.
    pub fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(address.to_ipv6_mapped().octets()),
            IpAddr::V6(address) => {
                let mut octets = address.octets();
                octets[8..].fill(0);
                Self(octets)
            }
        }
    }

    /// Its bytes, to be hashed with a salt.
    pub fn bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl std::fmt::Debug for Network {
    /// Says nothing, so that no log line can.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Network(…)")
    }
}

impl Caller {
    /// A caller from a network, and who that is where they signed in.
    pub fn new(instance: Arc<Instance>, network: Network, signed_in: Option<SignedIn>) -> Self {
        Self { now: instance.clock.now(), instance, network, signed_in }
    }

    /// Who it is, where they signed in.
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.signed_in.as_ref()
    }

    /// The instance that is asked.
    pub fn instance(&self) -> &Arc<Instance> {
        &self.instance
    }

    /// Its database.
    pub fn db(&self) -> &Db {
        &self.instance.db
    }

    /// When the request came.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The day on which it came, in the instance's time zone.
    pub fn today(&self) -> Date {
        self.instance.settings.time_zone.to_datetime(self.now).date()
    }

    /// From where it came.
    pub fn network(&self) -> Network {
        self.network
    }

    /// 128 random bits as text.
    pub fn random_key(&self) -> String {
        clock::random_key()
    }

    /// 32 random bits.
    pub fn random_number(&self) -> u32 {
        clock::random_number()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Caller
where
    Arc<Instance>: FromRef<S>,
{
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let instance = Arc::<Instance>::from_ref(state);
        let address = reader_address(parts, &instance.settings)
            .ok_or_else(|| Error::Failed("a request without the address of its connection".to_owned()))?;
        let signed_in = match parts.extensions.get::<SignedIn>() {
            Some(known) => Some(known.clone()),
            None => guard::signed_in(&instance, &parts.headers).await?,
        };
        Ok(Self::new(instance, Network::of(address), signed_in))
    }
}
