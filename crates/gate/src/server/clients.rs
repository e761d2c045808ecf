//! How much one address may ask for: connections at once, and requests over time.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::HeaderMap;
use tokio::time::Instant;

use crate::fields::X_FORWARDED_FOR;
use crate::proxy::TrustedProxies;

/// Addresses remembered at most, some 100 bytes each. While there are more, the newcomers among
/// them share one allowance.
const KEPT: usize = 65_536;

/// Limits on one client: an IPv4 address, or the /64 that an IPv6 address lies in, which is what
/// providers give to one household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClientLimits {
    /// Connections open at once; `None`: as many as there are.
    pub connections: Option<u32>,
    /// Requests over time; `None`: as many as come.
    pub requests: Option<RequestRate>,
}

/// A speed that a client may keep up for ever, and what it may do at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestRate {
    /// Requests per second.
    pub per_second: u32,
    /// Requests at once after a pause.
    pub burst: u32,
}

/// What each client has and has done. Clones are the same book.
#[derive(Clone)]
pub(super) struct Clients {
    limits: ClientLimits,
    trusted: Arc<TrustedProxies>,
    book: Arc<Mutex<HashMap<IpAddr, Client>>>,
}

#[derive(Clone, Copy)]
struct Client {
    connections: u32,
    /// When all that was asked for will have been earned (the "theoretical arrival time").
    earned: Instant,
}

impl Clients {
    pub(super) fn new(limits: ClientLimits, trusted: TrustedProxies) -> Self {
        Self {
            limits,
            trusted: Arc::new(trusted),
            book: Arc::default(),
        }
    }

    pub(super) fn trust(&self, address: IpAddr) -> bool {
        self.trusted.contains(address)
    }

    /// Counts a connection in; `Err` if the client has as many as it may. Trusted proxies may have
    /// any number, for they have those of many readers.
    pub(super) fn connect(&self, address: IpAddr) -> Result<Option<Connected>, ()> {
        let Some(most) = self.limits.connections else {
            return Ok(None);
        };
        if self.trust(address) {
            return Ok(None);
        }
        let now = Instant::now();
        let mut book = self.lock();
        let key = room(&mut book, network(address), now);
        let client = book.entry(key).or_insert(Client::new(now));
        if client.connections >= most {
            return Err(());
        }
        client.connections += 1;
        drop(book);
        let clients = self.clone();
        Ok(Some(Connected { clients, key }))
    }

    /// Counts a request; `Err` with the time to wait if there were too many.
    pub(super) fn request(&self, peer: IpAddr, headers: &HeaderMap) -> Result<(), Duration> {
        let Some(rate) = self.limits.requests else {
            return Ok(());
        };
        let address = match self.trust(peer) {
            // A trusted peer that speaks for nobody asks for itself: a health check.
            true => match self.forwarded(headers) {
                Some(address) => address,
                None => return Ok(()),
            },
            false => peer,
        };
        self.earn(address, rate, Instant::now())
    }

    fn earn(&self, address: IpAddr, rate: RequestRate, now: Instant) -> Result<(), Duration> {
        let mut book = self.lock();
        let key = room(&mut book, network(address), now);
        book.entry(key)
            .or_insert(Client::new(now))
            .request(rate, now)
    }

    /// The last address in `X-Forwarded-For` that is no trusted proxy's: the earlier ones are
    /// what the reader said himself.
    fn forwarded(&self, headers: &HeaderMap) -> Option<IpAddr> {
        let lines = headers.get_all(X_FORWARDED_FOR).iter().rev();
        for line in lines {
            for name in line.to_str().ok()?.rsplit(',') {
                let address: IpAddr = name.trim().parse().ok()?;
                if !self.trust(address) {
                    return Some(address);
                }
            }
        }
        None
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, Client>> {
        // Counts stay usable whatever happened to the thread that held them.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Client {
    fn new(now: Instant) -> Self {
        Self {
            connections: 0,
            earned: now,
        }
    }

    fn request(&mut self, rate: RequestRate, now: Instant) -> Result<(), Duration> {
        let each = Duration::from_secs(1) / rate.per_second.max(1);
        let due = self.earned.max(now);
        let allowed = now + each * rate.burst.max(1).saturating_sub(1);
        if due > allowed {
            return Err(due - allowed);
        }
        self.earned = due + each;
        Ok(())
    }

    fn is_idle(&self, now: Instant) -> bool {
        self.connections == 0 && self.earned <= now
    }
}

/// The place in the book for a client: its own or, if there is none left, the one for all others.
fn room(book: &mut HashMap<IpAddr, Client>, client: IpAddr, now: Instant) -> IpAddr {
    if book.len() < KEPT || book.contains_key(&client) {
        return client;
    }
    book.retain(|_, client| !client.is_idle(now));
    if book.len() < KEPT {
        client
    } else {
        Ipv6Addr::UNSPECIFIED.into()
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into()
        }
        address => address,
    }
}

/// A connection that counts until it is dropped.
pub(super) struct Connected {
    clients: Clients,
    key: IpAddr,
}

impl Drop for Connected {
    fn drop(&mut self) {
        let mut book = self.clients.lock();
        let Some(client) = book.get_mut(&self.key) else {
            return;
        };
        client.connections = client.connections.saturating_sub(1);
        if client.is_idle(Instant::now()) {
            book.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clients(connections: Option<u32>, requests: Option<RequestRate>) -> Clients {
        let trusted = ["10.0.0.0/8".parse().unwrap()].into_iter().collect();
        let limits = ClientLimits {
            connections,
            requests,
        };
        Clients::new(limits, trusted)
    }

    #[test]
    fn connections_are_counted_by_household_and_forgotten_at_their_end() {
        let clients = clients(Some(2), None);
        let connect = |address: &str| clients.connect(address.parse().unwrap());
        let first = connect("2001:db8::1").unwrap();
        let second = connect("2001:db8::2").unwrap();
        assert!(connect("2001:db8::3").is_err());
        assert!(connect("2001:db8:0:1::3").is_ok());
        drop(first);
        assert!(connect("2001:db8::3").is_ok());
        drop(second);
        assert_eq!(clients.lock().len(), 0);
        let proxied: Vec<_> = (0..9).map(|_| connect("10.1.1.1")).collect();
        assert!(proxied.iter().all(Result::is_ok));
    }

    #[test]
    fn requests_are_earned_over_time() {
        let rate = RequestRate {
            per_second: 10,
            burst: 3,
        };
        let now = Instant::now();
        let mut client = Client::new(now);
        for _ in 0..3 {
            assert_eq!(client.request(rate, now), Ok(()));
        }
        let wait = Duration::from_millis(100);
        assert_eq!(client.request(rate, now), Err(wait));
        assert_eq!(client.request(rate, now + wait), Ok(()));
        assert_eq!(client.request(rate, now + wait), Err(wait));
        assert!(!client.is_idle(now + wait) && client.is_idle(now + wait * 9));
    }

    #[test]
    fn behind_a_trusted_proxy_the_forwarded_address_counts() {
        let once = RequestRate {
            per_second: 1,
            burst: 1,
        };
        let clients = clients(None, Some(once));
        let ask = |peer: &str, forwarded: &str| {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
            clients.request(peer.parse().unwrap(), &headers).is_ok()
        };
        assert!(ask("10.0.0.1", "192.0.2.1"));
        assert!(ask("10.0.0.1", "192.0.2.2, 10.9.9.9"));
        assert!(!ask("10.0.0.2", "8.8.8.8, 192.0.2.2"));
        // Nobody else is believed.
        assert!(ask("192.0.2.7", "192.0.2.8"));
        assert!(!ask("192.0.2.7", "192.0.2.9"));
    }

    #[test]
    fn the_book_is_bounded() {
        let once = RequestRate {
            per_second: 1,
            burst: 1,
        };
        let (clients, now) = (clients(None, Some(once)), Instant::now());
        let ask = |number: usize| {
            let address = IpAddr::from((number as u32).to_be_bytes());
            clients.earn(address, once, now).is_ok()
        };
        assert!((0..KEPT + 1).all(ask));
        // The rest shares what one client has.
        assert!(!ask(KEPT + 1) && !ask(KEPT + 2));
        assert_eq!(clients.lock().len(), KEPT + 1);
    }
}
