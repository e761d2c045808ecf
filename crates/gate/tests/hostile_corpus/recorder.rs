//! An upstream that takes nothing on trust.

use std::net::SocketAddr;

use crate::proxy_support::{Wire, find, soon, upstream};
use tokio::sync::mpsc;

/// A request as it arrived.
#[derive(Debug, Default)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    #[expect(dead_code, reason = "shown when a test fails")]
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// Whether all of its body came.
    pub(crate) whole: bool,
    /// What a stricter or a laxer reader might have read otherwise.
    pub(crate) faults: Vec<String>,
}

pub(crate) struct Recorder {
    pub(crate) address: SocketAddr,
    seen: mpsc::UnboundedReceiver<Request>,
    open: std::sync::Arc<std::sync::atomic::AtomicUsize>,
}

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

impl Recorder {
    pub(crate) async fn start() -> Self {
        use std::sync::atomic::Ordering::SeqCst;
        let (report, seen) = mpsc::unbounded_channel();
        let open = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let count = open.clone();
        let address = upstream(move |mut wire| {
            let (report, count) = (report.clone(), count.clone());
            count.fetch_add(1, SeqCst);
            async move {
                if let Some(request) = read(&mut wire).await {
                    if request.whole {
                        wire.send(OK).await;
                    }
                    let whole = request.whole;
                    let _ = report.send(request);
                    // Each connection brings one request: whatever follows was smuggled.
                    let (rest, _) = wire.rest().await;
                    if whole && !rest.is_empty() {
                        let faults =
                            vec![format!("followed by {:?}", String::from_utf8_lossy(&rest))];
                        let _ = report.send(Request {
                            faults,
                            ..Request::default()
                        });
                    }
                }
                count.fetch_sub(1, SeqCst);
            }
        })
        .await;
        Self {
            address,
            seen,
            open,
        }
    }

    /// What has arrived since the last time, once nothing more is under way.
    pub(crate) async fn seen_since(&mut self) -> Vec<Request> {
        use std::sync::atomic::Ordering::SeqCst;
        soon("the upstream's connections", async {
            while self.open.load(SeqCst) > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await;
        std::iter::from_fn(|| self.seen.try_recv().ok()).collect()
    }
}

/// Reads a request; `None` if the connection was closed without one.
async fn read(wire: &mut Wire) -> Option<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = find(&bytes, b"\r\n\r\n") {
            break end + 4;
        }
        match wire.try_bytes(1).await {
            Some(byte) => bytes.extend(byte),
            None if bytes.is_empty() => return None,
            None => {
                let faults = vec![format!(
                    "half a head: {:?}",
                    String::from_utf8_lossy(&bytes)
                )];
                return Some(Request {
                    faults,
                    ..Request::default()
                });
            }
        }
    };
    let mut request = Request {
        head: String::from_utf8_lossy(&bytes[..end]).into_owned(),
        ..Request::default()
    };
    let (length, chunked) = judge(&mut request, &bytes[..end]);
    request.whole = match (length, chunked) {
        (Some(length), _) => match wire.try_bytes(length).await {
            Some(body) => {
                request.body = body;
                true
            }
            None => false,
        },
        (None, true) => chunks(wire, &mut request).await.is_some(),
        (None, false) => true,
    };
    Some(request)
}

/// Checks a head for everything that two readers might read differently; its length and framing.
fn judge(request: &mut Request, head: &[u8]) -> (Option<usize>, bool) {
    let mut faults = Vec::new();
    let strange = |byte: &u8| !matches!(byte, b'\r' | b'\n' | b'\t' | 0x20..=0x7e | 0x80..);
    if head.iter().any(strange) {
        faults.push("control characters".to_owned());
    }
    let text = String::from_utf8_lossy(head).into_owned();
    let lines: Vec<&str> = text.trim_end_matches("\r\n").split("\r\n").collect();
    if lines.iter().any(|line| line.contains(['\r', '\n'])) {
        faults.push("half line breaks".to_owned());
    }
    match lines[0].split(' ').collect::<Vec<_>>()[..] {
        [method, target, "HTTP/1.1"] => {
            let token =
                |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
            if method.is_empty() || !method.bytes().all(token) {
                faults.push("method".to_owned());
            }
            if !(target.starts_with('/') || target == "*") || target.contains('#') {
                faults.push("target".to_owned());
            }
            (request.method, request.target) = (method.to_owned(), target.to_owned());
        }
        _ => faults.push("request line".to_owned()),
    }
    let (mut hosts, mut lengths, mut codings) = (0, Vec::new(), Vec::new());
    for line in &lines[1..] {
        let Some((name, value)) = line.split_once(':') else {
            faults.push(format!("line {line:?}"));
            continue;
        };
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.is_empty() || !name.bytes().all(token) {
            faults.push(format!("name {name:?}"));
        }
        // What readers of the CGI family cannot tell apart counts as the same.
        match name.to_ascii_lowercase().replace('_', "-").as_str() {
            "host" => hosts += 1,
            "content-length" => lengths.push(value.trim().to_owned()),
            "transfer-encoding" => codings.push(value.trim().to_owned()),
            "http2-settings" | "te" | "keep-alive" | "proxy-connection" | "expect" => {
                faults.push(format!("hop by hop: {line:?}"));
            }
            // An offer to switch may go on, but not to another form of HTTP.
            "upgrade" if value.to_ascii_lowercase().contains("h2") => {
                faults.push(format!("upgrade: {line:?}"));
            }
            _ => {}
        }
    }
    if hosts != 1 {
        faults.push(format!("{hosts} Host"));
    }
    if lengths.len() + codings.len() > 1 {
        faults.push(format!("lengths {lengths:?}, codings {codings:?}"));
    }
    if codings.iter().any(|coding| coding != "chunked") {
        faults.push(format!("codings {codings:?}"));
    }
    let length = lengths.first().map(|length| {
        let plain = !length.is_empty() && length.bytes().all(|byte| byte.is_ascii_digit());
        length.parse().ok().filter(|_| plain).unwrap_or_else(|| {
            faults.push(format!("length {length:?}"));
            0
        })
    });
    request.faults = faults;
    (length, !codings.is_empty())
}

/// Reads chunks of the plainest form, and trailers that say nothing of framing.
async fn chunks(wire: &mut Wire, request: &mut Request) -> Option<()> {
    loop {
        let size = line(wire, request).await?;
        let plain =
            !size.is_empty() && size.len() < 9 && size.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !plain {
            request.faults.push(format!("chunk size {size:?}"));
            return None;
        }
        let size = usize::from_str_radix(&size, 16).unwrap();
        if size == 0 {
            break;
        }
        request.body.extend(wire.try_bytes(size).await?);
        if !line(wire, request).await?.is_empty() {
            request.faults.push("chunk longer than it says".to_owned());
        }
    }
    loop {
        let trailer = line(wire, request).await?.to_ascii_lowercase();
        if trailer.is_empty() {
            return Some(());
        }
        let framing = [
            "content-length",
            "transfer-encoding",
            "host",
            "content-encoding",
        ];
        if framing.iter().any(|name| trailer.starts_with(name)) || !trailer.contains(':') {
            request.faults.push(format!("trailer {trailer:?}"));
        }
    }
}

async fn line(wire: &mut Wire, request: &mut Request) -> Option<String> {
    let mut line = Vec::new();
    while !line.ends_with(b"\n") {
        line.extend(wire.try_bytes(1).await?);
    }
    if !line.ends_with(b"\r\n") {
        request
            .faults
            .push("a bare line feed among chunks".to_owned());
    }
    Some(
        String::from_utf8_lossy(&line)
            .trim_end_matches(['\r', '\n'])
            .to_owned(),
    )
}
