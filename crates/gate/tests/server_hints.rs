//! Early hints between the server and any service: to whom, how many, and never in the midst of anything.

#![allow(clippy::unwrap_used)]

mod h2_support;
mod proxy_support;
mod refusal_support;

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use h2_support::{
    CANCEL, END_HEADERS, END_STREAM, H2, HEADERS, RST_STREAM, WINDOW_UPDATE, frame, get,
};
use http::{HeaderMap, HeaderValue, Request, Response};
use http_body_util::{BodyExt as _, Full};
use jalousie_gate::server::{Hints, ReaderBody, Server, ServerConfig};
use proxy_support::{Gate, Wire, header, soon, status, upstream};
use refusal_support::Ear;
use tokio::task::yield_now;
use tower_service::Service;

/// A service that is a function.
#[derive(Clone)]
struct Answers<F>(F);

impl<F, R> Service<Request<ReaderBody>> for Answers<F>
where
    F: Fn(Request<ReaderBody>) -> R,
    R: Future<Output = String> + Send + 'static,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Infallible>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<ReaderBody>) -> Self::Future {
        let answer = (self.0)(request);
        Box::pin(async move { Ok(Response::new(answer.await.into())) })
    }
}

async fn serve<F, R>(http2: bool, answer: F) -> SocketAddr
where
    F: Fn(Request<ReaderBody>) -> R + Clone + Send + 'static,
    R: Future<Output = String> + Send + 'static,
{
    let mut config = ServerConfig::default();
    config.http2.cleartext = http2;
    let server = Server::bind("127.0.0.1:0".parse().unwrap(), config)
        .await
        .unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(server.serve(Answers(answer), std::future::pending()));
    address
}

fn link(value: &str) -> HeaderMap {
    let mut fields = HeaderMap::new();
    fields.insert("link", HeaderValue::from_str(value).unwrap());
    fields
}

fn way(request: &Request<ReaderBody>) -> Option<Hints> {
    request.extensions().get::<Hints>().cloned()
}

#[tokio::test]
async fn only_who_knows_hints_may_have_some() {
    let address = serve(false, |request| async move {
        format!("{}", way(&request).is_some())
    })
    .await;
    for (request, expected) in [
        ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "true"),
        (
            "GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n",
            "false",
        ),
        (
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n",
            "false",
        ),
    ] {
        let mut wire = Wire::connect(address).await;
        wire.send(request).await;
        assert_eq!(status(&wire.head().await), 200);
        let body = wire.bytes(expected.len()).await;
        assert_eq!(body, expected.as_bytes(), "{request}");
    }
}

/// Numbers that look random and are the same each time.
fn numbers(mut seed: u64) -> impl FnMut(u64) -> u64 {
    move |below| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    }
}

/// The body of an answer to a request of this number.
fn text(number: u64) -> String {
    let length = numbers(number ^ 0xbeef)(3) * numbers(number)(60_000);
    format!("{number};").repeat(length as usize / 4)
}

/// Hints at any time, also from other tasks, and then the answer.
async fn hint_and_answer(request: Request<ReaderBody>) -> String {
    let hints = way(&request).unwrap();
    let number: u64 = request.uri().path()[1..].parse().unwrap();
    let mut some = numbers(number);
    let mut body = Some(request.into_body());
    // Before the hints or after them.
    if let Some(body) = body.take_if(|_| some(2) == 0) {
        let _ = body.collect().await;
    }
    for _ in 0..some(4) {
        let (hints, value) = (hints.clone(), format!("<{number}>"));
        match some(2) {
            0 => hints.send(link(&value)),
            _ => drop(tokio::spawn(async move { hints.send(link(&value)) })),
        }
        for _ in 0..some(4) {
            yield_now().await;
        }
    }
    if let Some(body) = body {
        let _ = body.collect().await;
    }
    text(number)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hints_stand_between_the_answers_whatever_is_under_way() {
    const MANY: u64 = 300;
    let address = serve(false, hint_and_answer).await;
    let (mut reading, mut writing) = tokio::io::split(Wire::connect(address).await.stream);
    let sending = async {
        for number in 0..MANY {
            let body = "x".repeat(number as usize % 7 * 100);
            let expects = if number % 5 == 0 {
                "Expect: 100-continue\r\n"
            } else {
                ""
            };
            let request = format!(
                "POST /{number} HTTP/1.1\r\nHost: a\r\n{expects}Content-Length: {}\r\n\r\n{body}",
                body.len()
            );
            tokio::io::AsyncWriteExt::write_all(&mut writing, request.as_bytes())
                .await
                .unwrap();
        }
    };
    let taking = async {
        let (mut some, mut got, mut hints) = (numbers(1), Vec::new(), 0);
        for number in 0..MANY {
            loop {
                let head = loop {
                    if let Some(end) = proxy_support::find(&got, b"\r\n\r\n") {
                        let head: Vec<u8> = got.drain(..end + 4).collect();
                        break String::from_utf8(head).unwrap();
                    }
                    some_more(&mut reading, &mut got, &mut some).await;
                };
                match status(&head) {
                    100 => {}
                    103 => {
                        hints += 1;
                        assert_eq!(header(&head, "link"), Some(&*format!("<{number}>")));
                    }
                    200 => {
                        let length: usize =
                            header(&head, "content-length").unwrap().parse().unwrap();
                        while got.len() < length {
                            some_more(&mut reading, &mut got, &mut some).await;
                        }
                        let body: Vec<u8> = got.drain(..length).collect();
                        assert!(body == text(number).as_bytes(), "body of {number}");
                        break;
                    }
                    _ => panic!("{number}: {head}"),
                }
            }
        }
        hints
    };
    let ((), hints) = soon("all answers", async { tokio::join!(sending, taking) }).await;
    // Those that come together with their answer are dropped.
    assert!(hints > 100, "{hints}");
}

/// Reads a piece of any size.
async fn some_more(
    reading: &mut (impl tokio::io::AsyncRead + Unpin),
    got: &mut Vec<u8>,
    some: &mut impl FnMut(u64) -> u64,
) {
    let mut piece = vec![0; 1 + some(20_000) as usize];
    let count = tokio::io::AsyncReadExt::read(reading, &mut piece)
        .await
        .unwrap();
    assert!(count > 0, "closed");
    got.extend_from_slice(&piece[..count]);
}

/// Sends hints without end, lets them go out, and answers.
async fn pour(request: Request<ReaderBody>) -> String {
    let hints = way(&request).unwrap();
    for number in 0..10_000 {
        hints.send(link(&format!("<{number}-{}>", "x".repeat(900))));
        yield_now().await;
    }
    hints.send(link("<one more>"));
    "ok".to_owned()
}

#[tokio::test]
async fn a_request_has_a_few_hints_and_no_more() {
    let mut wire = Wire::connect(serve(false, pour).await).await;
    wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let mut count = 0;
    while status(&wire.head().await) == 103 {
        count += 1;
    }
    assert!((1..=8).contains(&count), "{count}");
    assert_eq!(wire.bytes(2).await, b"ok");

    let mut connection = H2::connect(serve(true, pour).await).await;
    connection.send(get(1, "/")).await;
    let mut count = 0;
    loop {
        let head = connection.next_of(HEADERS).await;
        // Known from the static table; that of the others is known from the first one.
        if head.payload[0] == 0x88 {
            break;
        }
        assert_eq!(head.flags, END_HEADERS);
        count += 1;
    }
    assert!((1..=8).contains(&count), "{count}");
}

#[tokio::test]
async fn hints_over_http2_are_no_refusals_and_resets_stop_them() {
    let mut ear = Ear::open().await;
    let address = serve(true, |request| async move {
        let hints = way(&request).unwrap();
        hints.send(link("<a>"));
        hints.send(link("<b>"));
        if request.uri().path() == "/never" {
            std::future::pending::<()>().await;
        }
        drop(request);
        String::new()
    })
    .await;
    let mut connection = H2::connect(address).await;
    connection.send(get(1, "/never")).await;
    assert_eq!(connection.next_of(HEADERS).await.status(), 103);
    connection.next_of(HEADERS).await;
    connection
        .send(frame(RST_STREAM, 0, 1, CANCEL.to_be_bytes()))
        .await;
    connection.send(get(3, "/")).await;
    for last in [false, false, true] {
        let head = connection.next_of(HEADERS).await;
        let ends = head.flags & END_STREAM != 0;
        assert_eq!((head.stream, ends), (3, last));
        assert!(!last || head.status() == 200);
    }
    // Hints are no data: windows do not hold them up.
    let mut shut = H2::with(address, &[(4, 0)]).await;
    shut.send(get(1, "/")).await;
    assert_eq!(shut.next_of(HEADERS).await.status(), 103);
    shut.send(frame(WINDOW_UPDATE, 0, 1, 9u32.to_be_bytes()))
        .await;
    drop((connection, shut));
    assert_eq!(ear.heard().await.unwrap(), [""; 0]);
}

#[tokio::test]
async fn a_connection_that_rested_gets_hints_too() {
    use jalousie_gate::metrics::metrics;
    let _alone = Ear::open().await;
    let (go, _) = tokio::sync::broadcast::channel(4);
    let told = go.clone();
    let address = upstream(move |mut wire| {
        let mut told = told.subscribe();
        async move {
            while !wire.head().await.is_empty() {
                wire.send("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                    .await;
                let _ = told.recv().await;
                wire.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
                    .await;
            }
        }
    })
    .await;
    let gate = Gate::before(address).await;
    let mut reader = gate.reader().await;
    for _ in 0..2 {
        reader.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        let hints = reader.head().await;
        assert_eq!(hints, "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n");
        go.send(()).unwrap();
        assert_eq!(status(&reader.head().await), 200);
        assert_eq!(reader.bytes(2).await, b"ok");
        soon("rest", async {
            while metrics().resting.get() < 1 {
                yield_now().await;
            }
        })
        .await;
    }
}
