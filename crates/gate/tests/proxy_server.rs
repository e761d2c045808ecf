//! The server: connections, limits, and the orderly end.

#![allow(clippy::unwrap_used)]

mod proxy_support;

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use jalousie_gate::metrics::metrics;
use jalousie_gate::server::{Drained, Peer, Server, ServerConfig, serve_both};
use proxy_support::{Gate, Wire, answering, get, header, soon, status, upstream};
use tokio::sync::{Notify, mpsc, oneshot};
use tower_service::Service;

const OK: &str = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
const PLAIN: &str = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const SHORT: Duration = Duration::from_millis(150);

/// An upstream that says when a request has come and answers when it is told to.
async fn patient() -> (
    std::net::SocketAddr,
    mpsc::UnboundedReceiver<()>,
    Arc<Notify>,
) {
    let (report, begun) = mpsc::unbounded_channel();
    let go = Arc::new(Notify::new());
    let gate = go.clone();
    let address = upstream(move |mut wire| {
        let (report, gate) = (report.clone(), gate.clone());
        async move {
            while !wire.head().await.is_empty() {
                let _ = report.send(());
                gate.notified().await;
                wire.send(OK).await;
            }
        }
    })
    .await;
    (address, begun, go)
}

#[tokio::test]
async fn a_stop_lets_requests_in_flight_finish_and_takes_no_more() {
    let (address, mut begun, go) = patient().await;
    let mut gate = Gate::before(address).await;
    let mut idle = gate.reader().await;
    go.notify_one();
    idle.send(PLAIN).await;
    assert_eq!(status(&idle.head().await), 200);
    begun.recv().await.unwrap();
    assert_eq!(idle.bytes(2).await, b"ok");

    let mut busy = gate.reader().await;
    busy.send(PLAIN).await;
    begun.recv().await.unwrap();
    gate.order_stop();
    // The idle connection is closed cleanly, and that is when the stop is known to have begun.
    let (rest, end) = idle.rest().await;
    assert!(rest.is_empty() && end.is_ok());
    assert!(tokio::net::TcpStream::connect(gate.address).await.is_err());

    go.notify_one();
    let head = busy.head().await;
    assert_eq!(status(&head), 200);
    assert_eq!(proxy_support::header(&head, "connection"), Some("close"));
    assert_eq!(busy.rest().await.0, b"ok");
    let drained = gate.drained().await;
    assert_eq!(drained.cut, 0);
}

#[tokio::test]
async fn a_stop_has_a_deadline() {
    let (address, mut begun, _go) = patient().await;
    let mut gate = Gate::with(address, |_, server| server.drain = SHORT).await;
    let mut busy = gate.reader().await;
    busy.send(PLAIN).await;
    begun.recv().await.unwrap();
    gate.order_stop();
    assert_eq!(gate.drained().await, Drained { open: 1, cut: 1 });
    assert_eq!(busy.head().await, "");
}

#[tokio::test]
async fn a_page_cut_at_the_deadline_does_not_look_whole() {
    let address = upstream(|mut wire| async move {
        wire.head().await;
        wire.send("HTTP/1.1 200 OK\r\n\r\nhalf a page").await;
        let _ = wire.rest().await;
    })
    .await;
    let mut gate = Gate::with(address, |_, server| server.drain = SHORT).await;
    let mut old = gate.reader().await;
    // To this reader the end of the connection is the end of the page.
    old.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n").await;
    assert_eq!(status(&old.head().await), 200);
    assert_eq!(old.bytes(11).await, b"half a page");
    gate.order_stop();
    let (rest, end) = old.rest().await;
    assert!(rest.is_empty());
    assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset);
    assert_eq!(gate.drained().await.cut, 1);
}

#[tokio::test]
async fn idle_connections_are_closed_cleanly_and_busy_ones_are_not() {
    let (address, mut begun, go) = patient().await;
    let gate = Gate::with(address, |_, server| {
        server.keep_alive = SHORT;
        server.head = SHORT;
    })
    .await;
    let mut reader = gate.reader().await;
    // Three rounds, each within the limit but longer than it in sum, then one slow answer.
    for wait in [SHORT / 2, SHORT / 2, SHORT / 2, SHORT * 3] {
        reader.send(PLAIN).await;
        begun.recv().await.unwrap();
        if wait > SHORT {
            tokio::time::sleep(wait).await;
        }
        go.notify_one();
        assert_eq!(status(&reader.head().await), 200);
        assert_eq!(reader.bytes(2).await, b"ok");
        if wait < SHORT {
            tokio::time::sleep(wait).await;
        }
    }
    let (rest, end) = reader.rest().await;
    assert!(rest.is_empty() && end.is_ok());
}

/// Sends a request's head and body, in so many pieces; the answer's status and body, which is the request's.
async fn echoed(wire: &mut Wire, head: &str, body: &str, pieces: usize) -> (u16, String) {
    let length = body.len();
    let request = format!("{head} / HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{body}");
    for piece in request.as_bytes().chunks(request.len().div_ceil(pieces)) {
        wire.send(piece).await;
        tokio::task::yield_now().await;
    }
    let head = wire.head().await;
    let answered = wire.bytes(length).await;
    (status(&head), String::from_utf8(answered).unwrap())
}

/// A gate before an upstream that sends bodies back, and readers whose connections rest.
async fn resting(count: usize, change: impl FnOnce(&mut ServerConfig)) -> (Gate, Vec<Wire>) {
    let address = upstream(|mut wire| async move {
        loop {
            let head = wire.head().await;
            let Some(length) = header(&head, "content-length") else {
                return;
            };
            let mut answer =
                format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n").into_bytes();
            answer.extend(wire.bytes(length.parse().unwrap()).await);
            wire.send(answer).await;
        }
    })
    .await;
    let gate = Gate::with(address, |_, server| change(server)).await;
    let mut readers = Vec::new();
    for _ in 0..count {
        let mut reader = gate.reader().await;
        assert_eq!(echoed(&mut reader, "POST", "first", 1).await.0, 200);
        readers.push(reader);
    }
    soon("all at rest", async {
        while metrics().resting.get() < count as i64 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    (gate, readers)
}

/// More than any other test here has open.
const MANY: usize = 20;

#[tokio::test]
async fn connections_at_rest_go_on_as_before() {
    let (gate, mut readers) = resting(MANY, |_| {}).await;
    let large = "b".repeat(100_000);
    for (number, reader) in readers.iter_mut().enumerate() {
        let body = if number % 2 == 0 { "second" } else { &large };
        let answer = echoed(reader, "POST", body, 1 + number).await;
        assert_eq!(answer, (200, body.to_owned()), "{number}");
        assert_eq!(echoed(reader, "POST", "third", 1).await.1, "third");
    }
    drop(readers);

    let (_second, mut readers) = resting(MANY, |_| {}).await;
    let one = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n";
    readers[0].send(format!("{one}ab{one}cd")).await;
    for body in [b"ab", b"cd"] {
        assert_eq!(status(&readers[0].head().await), 200);
        assert_eq!(readers[0].bytes(2).await, body);
    }
    // What is refused at first is refused after a rest, in whatever place.
    for (reader, spoiled) in readers[1..].iter_mut().zip([
        "GET / HTTP/1.1\nHost: a\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: a\nX: b\r\n".to_owned(),
        format!("{one}abGET / HTTP/1.1\r\nHost: a\nX: b"),
    ]) {
        reader.send(&spoiled).await;
        let (answer, _) = reader.rest().await;
        let answer = String::from_utf8(answer).unwrap();
        assert!(answer.contains("HTTP/1.1 400 "), "{spoiled:?}: {answer}");
    }
    drop(gate);
}

#[tokio::test]
async fn a_stop_takes_what_is_on_its_way_on_connections_at_rest() {
    let (mut gate, mut readers) = resting(MANY, |server| {
        server.linger = Duration::from_millis(700);
    })
    .await;
    gate.order_stop();
    // Once nobody new is let in, the stop has begun.
    soon("the stop", async {
        while tokio::net::TcpStream::connect(gate.address).await.is_ok() {}
    })
    .await;
    let mut late = readers.pop().unwrap();
    late.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok")
        .await;
    let head = late.head().await;
    assert_eq!(status(&head), 200);
    assert_eq!(header(&head, "connection"), Some("close"));
    for reader in &mut readers {
        let (rest, end) = reader.rest().await;
        assert!(rest.is_empty() && end.is_ok());
    }
    assert_eq!(gate.drained().await.cut, 0);
}

#[tokio::test]
async fn a_connection_at_rest_is_closed_when_its_time_is_over() {
    let (_gate, mut readers) = resting(MANY, |server| {
        server.keep_alive = SHORT * 14;
    })
    .await;
    for reader in &mut readers {
        let (rest, end) = reader.rest().await;
        assert!(rest.is_empty() && end.is_ok());
    }
}

#[tokio::test]
async fn connections_over_the_limit_wait_for_their_turn() {
    let (address, mut begun, go) = patient().await;
    let gate = Gate::with(address, |_, server| server.max_connections = 1).await;
    let mut first = gate.reader().await;
    first.send(get("/")).await;
    begun.recv().await.unwrap();
    let mut second = gate.reader().await;
    second.send(get("/")).await;
    tokio::select! {
        _ = begun.recv() => panic!("two at once"),
        () = tokio::time::sleep(SHORT) => {}
    }
    go.notify_one();
    assert_eq!(status(&first.head().await), 200);
    drop(first);
    begun.recv().await.unwrap();
    go.notify_one();
    assert_eq!(status(&second.head().await), 200);
}

#[tokio::test]
async fn unlike_requests_share_a_connection() {
    let gate = Gate::before(answering(OK).await).await;
    let mut reader = gate.reader().await;
    for _ in 0..100 {
        reader.send(PLAIN).await;
        assert_eq!(status(&reader.head().await), 200);
        assert_eq!(reader.bytes(2).await, b"ok");
    }
}

/// Answers with its name and the peer's address.
#[derive(Clone)]
struct Named(&'static str);

impl<B> Service<Request<B>> for Named {
    type Response = Response<String>;
    type Error = Infallible;
    type Future = Ready<Result<Response<String>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let peer = request.extensions().get::<Peer>().unwrap();
        assert!(!peer.tls);
        ready(Ok(Response::new(format!("{} {}", self.0, peer.addr))))
    }
}

#[tokio::test]
async fn two_listeners_stop_one_after_the_other() {
    let bind = || Server::bind("127.0.0.1:0".parse().unwrap(), ServerConfig::default());
    let (public, admin) = (bind().await.unwrap(), bind().await.unwrap());
    let (to_public, to_admin) = (public.local_addr().unwrap(), admin.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(serve_both(
        (public, Named("page")),
        (admin, Named("health")),
        async {
            let _ = stopped.await;
        },
    ));

    // Half a request keeps the public side from draining.
    let mut reader = Wire::connect(to_public).await;
    reader.send(get("/")).await;
    let (answer, _) = reader.rest().await;
    let own = reader.stream.local_addr().unwrap();
    assert!(
        String::from_utf8(answer)
            .unwrap()
            .ends_with(&format!("page {own}"))
    );
    let mut slow = Wire::connect(to_public).await;
    slow.send("GET / HTTP/1.1\r\nHost: a\r\n").await;
    let mut operator = Wire::connect(to_admin).await;
    operator.send(PLAIN).await;
    assert_eq!(status(&operator.head().await), 200);

    stop.send(()).unwrap();
    // The stop has begun when nobody is let in any more.
    soon("stop", async {
        while tokio::net::TcpStream::connect(to_public).await.is_ok() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    drop(slow);
    let (public, _) = soon("end", serving).await.unwrap();
    assert_eq!(public.cut, 0);
}

#[tokio::test]
async fn an_address_that_is_taken_is_a_clear_error() {
    let first = Server::bind("127.0.0.1:0".parse().unwrap(), ServerConfig::default())
        .await
        .unwrap();
    let address = first.local_addr().unwrap();
    let error = Server::bind(address, ServerConfig::default())
        .await
        .unwrap_err();
    assert_eq!(error.to_string(), format!("cannot listen on {address}"));
    assert!(std::error::Error::source(&error).is_some());
}
