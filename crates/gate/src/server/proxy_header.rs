//! The PROXY protocol, versions 1 and 2: a balancer says before all else whom it speaks for.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::io::{AsyncRead, AsyncReadExt};

const SIGNATURE: [u8; 12] = *b"\r\n\r\n\0\r\nQUIT\n";

/// The longest line of version 1, with its line end.
const LONGEST_LINE: usize = 107;

/// The most that a header of version 2 may carry behind its addresses. Balancers send some hundred
/// bytes; the format allows 64 KiB.
const LONGEST_REST: usize = 2048;

/// Reads a header and not one byte more; the address it names, or `None` where the balancer speaks
/// for itself.
///
/// # Errors
/// Anything that is no such header, and what the connection says.
pub(super) async fn read<T: AsyncRead + Unpin>(io: &mut T) -> io::Result<Option<SocketAddr>> {
    let mut start = [0; SIGNATURE.len()];
    io.read_exact(&mut start).await?;
    if start == SIGNATURE {
        return binary(io).await;
    }
    if !start.starts_with(b"PROXY ") {
        return Err(wrong("expected a PROXY header"));
    }
    let mut line = start.to_vec();
    // Byte by byte: what follows the line is not ours.
    while !line.ends_with(b"\r\n") {
        if line.len() == LONGEST_LINE {
            return Err(wrong("PROXY line without an end"));
        }
        line.push(io.read_u8().await?);
    }
    let line = line.strip_suffix(b"\r\n").unwrap_or(&line);
    text(line).ok_or_else(|| wrong("malformed PROXY line"))
}

fn wrong(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// `PROXY TCP4 source destination port port`; `None` if it is malformed.
fn text(line: &[u8]) -> Option<Option<SocketAddr>> {
    let line = std::str::from_utf8(line).ok()?;
    let mut words = line.split(' ').skip(1);
    let family = words.next()?;
    if family == "UNKNOWN" {
        return Some(None);
    }
    let mut address = || -> Option<IpAddr> {
        let word = words.next()?;
        Some(match family {
            "TCP4" => word.parse::<Ipv4Addr>().ok()?.into(),
            "TCP6" => word.parse::<Ipv6Addr>().ok()?.into(),
            _ => return None,
        })
    };
    let (source, _) = (address()?, address()?);
    let mut port = || words.next().and_then(port);
    let (port, _) = (port()?, port()?);
    words
        .next()
        .is_none()
        .then_some(Some((source, port).into()))
}

fn port(word: &str) -> Option<u16> {
    let plain = word.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = word == "0" || !word.starts_with('0');
    (plain && shortest).then(|| word.parse().ok()).flatten()
}

async fn binary<T: AsyncRead + Unpin>(io: &mut T) -> io::Result<Option<SocketAddr>> {
    let (command, family) = (io.read_u8().await?, io.read_u8().await?);
    let length = usize::from(io.read_u16().await?);
    let (local, addresses) = match (command, family) {
        (0x20, _) => (true, 0),
        // Over TCP; datagrams and local sockets cannot have brought a connection here.
        (0x21, 0x11) => (false, 12),
        (0x21, 0x21) => (false, 36),
        (0x21, 0x00) => (true, 0),
        _ => return Err(wrong("PROXY header of an unknown kind")),
    };
    if length < addresses || length > addresses + LONGEST_REST {
        return Err(wrong("PROXY header of an impossible length"));
    }
    let mut rest = vec![0; length];
    io.read_exact(&mut rest).await?;
    if local {
        return Ok(None);
    }
    let port = |at: usize| u16::from_be_bytes([rest[at], rest[at + 1]]);
    // The lengths have been checked above.
    let source = match addresses {
        12 => {
            let bytes: [u8; 4] = rest[..4].try_into().unwrap_or_default();
            SocketAddr::from((bytes, port(8)))
        }
        _ => {
            let bytes: [u8; 16] = rest[..16].try_into().unwrap_or_default();
            SocketAddr::from((bytes, port(32)))
        }
    };
    Ok(Some(source))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn reads(bytes: &[u8]) -> Result<Option<String>, ()> {
        let all = [bytes, b"GET"].concat();
        let mut rest = &all[..];
        let found = read(&mut rest).await.map_err(drop)?;
        assert_eq!(rest, b"GET", "exactly the header is read");
        Ok(found.map(|address| address.to_string()))
    }

    fn binary(kind: [u8; 2], length: u16, rest: &[u8]) -> Vec<u8> {
        [&SIGNATURE, &kind[..], &length.to_be_bytes(), rest].concat()
    }

    #[tokio::test]
    async fn what_is_well_formed_is_read() {
        let v4 = [192, 0, 2, 1, 10, 0, 0, 1, 0x12, 0x34, 0, 80];
        let mut v6 = [0; 36];
        v6[..2].copy_from_slice(&[0x20, 1]);
        v6[33] = 9;
        for (bytes, expected) in [
            (
                b"PROXY TCP4 192.0.2.1 10.0.0.1 4660 80\r\n".to_vec(),
                Some("192.0.2.1:4660"),
            ),
            (
                b"PROXY TCP6 2001::1 ::1 4660 80\r\n".to_vec(),
                Some("[2001::1]:4660"),
            ),
            (b"PROXY UNKNOWN\r\n".to_vec(), None),
            (b"PROXY UNKNOWN anything at all\r\n".to_vec(), None),
            (binary([0x21, 0x11], 12, &v4), Some("192.0.2.1:4660")),
            (
                binary([0x21, 0x11], 15, &[&v4[..], &[4, 0, 0]].concat()),
                Some("192.0.2.1:4660"),
            ),
            (binary([0x21, 0x21], 36, &v6), Some("[2001::]:9")),
            (binary([0x20, 0], 0, &[]), None),
        ] {
            assert_eq!(
                reads(&bytes).await,
                Ok(expected.map(str::to_owned)),
                "{bytes:?}"
            );
        }
    }

    #[tokio::test]
    async fn everything_else_is_refused() {
        for line in [
            "GET / HTTP/1.1\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 4660 80\n\n\n\n\n",
            "PROXY  TCP4 192.0.2.1 10.0.0.1 4660 80\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 4660\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 4660 80 90\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 +4660 80\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 04660 80\r\n",
            "PROXY TCP4 192.0.2.1 10.0.0.1 99999 80\r\n",
            "PROXY TCP4 192.0.2.256 10.0.0.1 4660 80\r\n",
            "PROXY TCP4 ::1 ::1 4660 80\r\n",
            "PROXY TCP6 192.0.2.1 10.0.0.1 4660 80\r\n",
            "PROXY UDP4 192.0.2.1 10.0.0.1 4660 80\r\n",
            "PROXY tcp4 192.0.2.1 10.0.0.1 4660 80\r\n",
            "proxy TCP4 192.0.2.1 10.0.0.1 4660 80\r\n",
        ] {
            assert_eq!(reads(line.as_bytes()).await, Err(()), "{line:?}");
        }
        let long = format!("PROXY UNKNOWN {}\r\n", "x".repeat(100));
        assert_eq!(reads(long.as_bytes()).await, Err(()));
        for (kind, length) in [
            ([0x21, 0x11], 11),
            ([0x21, 0x12], 12),
            ([0x21, 0x31], 216),
            ([0x22, 0x11], 12),
            ([0x11, 0x11], 12),
            ([0x20, 0], 65_535),
        ] {
            let bytes = binary(kind, length, &vec![0; usize::from(length)]);
            assert_eq!(reads(&bytes).await, Err(()), "{kind:?} {length}");
        }
    }
}
