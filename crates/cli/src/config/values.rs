//! Values with a meaning of their own. Each reader says what it expected.

use jalousie_core::catalogue::HostPattern;
use jalousie_gate::proxy::Upstream;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
use std::time::Duration;
use url::Url;

/// A site's address: scheme, host and perhaps a port.
pub(crate) fn origin(text: &str) -> Result<Url, &'static str> {
    const EXPECTED: &str = "expected an address such as https://news.example, without a path";
    let url = page(text).map_err(|_| EXPECTED)?;
    let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    if bare { Ok(url) } else { Err(EXPECTED) }
}

/// A page's address.
pub(crate) fn page(text: &str) -> Result<Url, &'static str> {
    const EXPECTED: &str = "expected a page's whole address, such as https://news.example/valley";
    let url = Url::parse(text).map_err(|_| EXPECTED)?;
    let nobody = url.username().is_empty() && url.password().is_none();
    // A host is going to stand in headers: not every one that a URL may have can.
    let sane = url.host_str().is_some_and(|host| {
        !host.starts_with('*') && HostPattern::parse(host).is_ok_and(|host| host.is_fixed())
    });
    if matches!(url.scheme(), "http" | "https") && nobody && sane {
        Ok(url)
    } else {
        Err(EXPECTED)
    }
}

/// An upstream, for the command line.
pub(crate) fn upstream(text: &str) -> Result<Upstream, String> {
    Upstream::parse(text).map_err(|error| {
        error
            .to_string()
            .split_once(": ")
            .map_or(String::new(), |(_, why)| why.to_owned())
    })
}

/// One host or the hosts below one; never any host.
pub(crate) fn host(text: &str) -> Result<HostPattern, String> {
    let fixed = |host: &HostPattern| host.is_fixed();
    let host = HostPattern::parse(text).map_err(|error| error.to_string())?;
    Some(host)
        .filter(fixed)
        .ok_or_else(|| "expected a host such as cdn.example or *.cdn.example".to_owned())
}

/// An address to listen on.
pub(crate) fn listen(text: &str) -> Result<SocketAddr, &'static str> {
    text.parse()
        .map_err(|_| "expected an IP address and a port, such as 127.0.0.1:8080 or [::]:8080")
}

/// A link to a page of the publisher's: on this site, or anywhere.
pub(crate) fn link(text: &str) -> Result<String, &'static str> {
    let local = text.starts_with('/') && !text.starts_with("//") && !text.contains('\\');
    if local || page(text).is_ok() {
        Ok(text.to_owned())
    } else {
        Err("expected a path such as /privacy, or a whole address")
    }
}

/// A path with a slash at both ends, of characters that mean nothing anywhere.
pub(crate) fn prefix(text: &str) -> Result<String, &'static str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let name = |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(plain);
    let inner = text
        .strip_prefix('/')
        .and_then(|rest| rest.strip_suffix('/'));
    match inner {
        Some(inner) if inner.split('/').all(name) => Ok(text.to_owned()),
        _ => Err(
            "expected a path between slashes, such as \"/_jalousie/\", of letters, digits, - _ and .",
        ),
    }
}

/// A cookie's name.
pub(crate) fn cookie(text: &str) -> Result<String, &'static str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if text.starts_with("__") {
        Err("expected a name without __ in front: the gate puts __Host- before it on https")
    } else if !text.is_empty() && text.len() <= 64 && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("expected a name such as \"eu-consent\", of letters, digits, - and _")
    }
}

/// Words that say something.
pub(crate) fn words(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        Err("expected some words")
    } else {
        Ok(text.to_owned())
    }
}

const SIZES: &[(&str, u64)] = &[
    ("B", 1),
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
];

/// A number of bytes: `"8 MiB"`.
pub(crate) fn size(text: &str, range: &RangeInclusive<u64>) -> Result<u64, String> {
    let Some(bytes) = quantity(text, SIZES) else {
        return Err(
            "expected a size such as \"8 MiB\": a whole number and B, KiB, MiB or GiB".to_owned(),
        );
    };
    if range.contains(&bytes) {
        return Ok(bytes);
    }
    let (least, most) = (largest(*range.start(), SIZES), largest(*range.end(), SIZES));
    Err(format!("expected a size from \"{least}\" to \"{most}\""))
}

const TIMES: &[(&str, u64)] = &[("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)];

/// A time: `"30s"`.
pub(crate) fn duration(text: &str, range: &RangeInclusive<Duration>) -> Result<Duration, String> {
    let Some(time) = quantity(text, TIMES).map(Duration::from_millis) else {
        return Err("expected a time such as \"30s\": a whole number and ms, s, m or h".to_owned());
    };
    if range.contains(&time) {
        return Ok(time);
    }
    let words =
        |time: &Duration| largest(u64::try_from(time.as_millis()).unwrap_or(u64::MAX), TIMES);
    Err(format!(
        "expected a time from \"{}\" to \"{}\"",
        words(range.start()),
        words(range.end())
    ))
}

/// A whole number and a unit, perhaps with a space between them.
fn quantity(text: &str, units: &[(&str, u64)]) -> Option<u64> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let unit = unit.strip_prefix(' ').unwrap_or(unit);
    let (_, factor) = units.iter().find(|(name, _)| *name == unit)?;
    number.parse::<u64>().ok()?.checked_mul(*factor)
}

/// A quantity in its largest whole unit.
fn largest(value: u64, units: &[(&str, u64)]) -> String {
    let fits = |(_, factor): &&(&str, u64)| value > 0 && value.is_multiple_of(*factor);
    let (name, factor) = units.iter().rev().find(fits).unwrap_or(&units[0]);
    let space = if units == SIZES { " " } else { "" };
    format!("{}{space}{name}", value / factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_kept_within_bounds() {
        let bounds = 1..=1 << 30;
        for (text, bytes) in [
            ("1 B", 1),
            ("8 MiB", 8 << 20),
            ("16KiB", 16 << 10),
            ("1 GiB", 1 << 30),
        ] {
            assert_eq!(size(text, &bounds), Ok(bytes), "{text}");
        }
        for text in [
            "",
            "8",
            "MiB",
            "8 MB",
            "8  MiB",
            "-1 B",
            "1.5 MiB",
            "99999999999 GiB",
            "8 mib",
        ] {
            assert!(
                size(text, &bounds)
                    .unwrap_err()
                    .contains("such as \"8 MiB\""),
                "{text}"
            );
        }
        assert_eq!(
            size("1 B", &(8192..=1 << 30)).unwrap_err(),
            "expected a size from \"8 KiB\" to \"1 GiB\""
        );
    }

    #[test]
    fn times_are_read_and_kept_within_bounds() {
        let bounds = Duration::from_millis(1)..=Duration::from_secs(86_400);
        for (text, milliseconds) in [
            ("500ms", 500),
            ("30s", 30_000),
            ("2 m", 120_000),
            ("1h", 3_600_000),
        ] {
            assert_eq!(
                duration(text, &bounds),
                Ok(Duration::from_millis(milliseconds)),
                "{text}"
            );
        }
        for text in ["", "30", "s", "1.5s", "1 day"] {
            assert!(
                duration(text, &bounds)
                    .unwrap_err()
                    .contains("such as \"30s\""),
                "{text}"
            );
        }
        assert_eq!(
            duration("0s", &bounds).unwrap_err(),
            "expected a time from \"1ms\" to \"24h\""
        );
    }

    #[test]
    fn addresses_of_sites_have_no_path() {
        for good in [
            "https://news.example",
            "http://127.0.0.1:8080/",
            "https://[::1]",
        ] {
            assert!(origin(good).is_ok(), "{good}");
        }
        for bad in [
            "news.example",
            "https://",
            "ftp://news.example",
            "https://a@news.example",
            "https://news.example/a",
            "https://news.example?a",
            "https://a;b.example",
            "https://*.example.org",
        ] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn hosts_are_never_any_host() {
        for good in [
            "cdn.example",
            "*.cdn.example",
            "127.0.0.1:8000",
            "localhost:3000",
        ] {
            assert!(host(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "*",
            "*.com",
            "{host}",
            "{a}.cdn.example",
            "https://cdn.example",
            "cdn.example/a",
            "a b",
            "cdn.example:443",
        ] {
            assert!(host(bad).unwrap_err().starts_with("expected"), "{bad}");
        }
    }

    #[test]
    fn prefixes_cookies_and_links_are_plain() {
        assert!(
            ["/_jalousie/", "/a/b/"]
                .into_iter()
                .all(|text| prefix(text).is_ok())
        );
        assert!(
            ["", "/", "//", "a/", "/a", "/a//b/", "/../", "/a;b/", "/é/"]
                .into_iter()
                .all(|text| prefix(text).is_err())
        );
        assert!(
            ["eu-consent", "c"]
                .into_iter()
                .all(|text| cookie(text).is_ok())
        );
        assert!(
            ["", "__Host-a", "a b", "a=b", "é"]
                .into_iter()
                .all(|text| cookie(text).is_err())
        );
        assert!(
            ["/privacy", "https://news.example/privacy"]
                .into_iter()
                .all(|text| link(text).is_ok())
        );
        assert!(
            [
                "",
                "privacy",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)"
            ]
            .into_iter()
            .all(|text| link(text).is_err())
        );
    }
}
