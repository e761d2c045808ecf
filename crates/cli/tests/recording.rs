//! What is recorded of requests: the access log and traces.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::Value;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use support::{DEADLINE, Folder, Gate, upstream};

const PAGE: &str = "<!DOCTYPE html><html lang=en><body><p>Words.</p></body></html>";

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";

/// Asks with these header lines, and waits for the end of the answer.
fn ask(address: &str, request: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    let head =
        format!("{request} HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n{headers}\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

/// Takes one request after another and gives their heads and bodies; answers each with a page.
fn listening() -> (String, Receiver<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (sender, requests) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let sender = sender.clone();
            thread::spawn(move || take(stream, &|request| drop(sender.send(request))));
        }
    });
    (address, requests)
}

fn take(mut stream: TcpStream, give: &dyn Fn((String, String))) {
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let (mut head, mut length) = (String::new(), 0);
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).unwrap_or(0) == 0 {
            // Somebody only looked whether we are there.
            return;
        }
        let line = line.trim_end().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.parse().unwrap();
        }
        if line.is_empty() {
            break;
        }
        head.push_str(&line);
        head.push('\n');
    }
    let mut body = vec![0; length];
    lines.read_exact(&mut body).unwrap();
    let (answer, length) = (PAGE, PAGE.len());
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{answer}").unwrap();
    give((head, String::from_utf8(body).unwrap()));
}

/// The lines of an access log, oldest first.
fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_access_log_says_what_was_asked_and_not_by_whom() {
    let folder = Folder::new("access");
    folder.write(
        "jalousie.toml",
        "[observability]\naccess_log = \"access.log\"\n",
    );
    let mut gate = Gate::start(
        &folder,
        &["--upstream", &format!("http://{}", upstream(PAGE))],
    );
    let secret = "Cookie: session=secret\r\nX-Request-Id: forged\r\nX-Forwarded-For: 192.0.2.1\r\n";
    ask(&gate.address, "GET /page?q=secret", secret);
    ask(&gate.address, "TRACE /", "");
    gate.signal("TERM");
    gate.end();
    let text = folder.read("access.log");
    let [first, second] = &lines(&text)[..] else {
        panic!("{text}")
    };
    assert_eq!(first["method"], "GET");
    assert_eq!(first["host"], "news.example");
    assert_eq!(first["path"], "/page");
    assert_eq!(first["protocol"], "HTTP/1.1");
    assert_eq!(first["status"], 200);
    assert_eq!(first["bytes"], PAGE.len());
    assert_eq!(first["whole"], true);
    assert!(first["duration_ms"].as_f64() >= first["first_byte_ms"].as_f64());
    assert_eq!(first["id"].as_str().unwrap().len(), 32);
    assert!(first["time"].as_str().unwrap().starts_with("20"));
    assert_eq!(second["method"], "TRACE");
    assert_eq!(second["status"], 405);
    for kept in [
        "secret",
        "forged",
        "127.0.0.1",
        "192.0.2.1",
        "query",
        "reader",
    ] {
        assert!(!text.contains(kept), "{kept} in {text}");
    }
}

#[test]
fn what_is_allowed_is_logged_to_standard_output() {
    let folder = Folder::new("access-more");
    folder.write(
        "jalousie.toml",
        "[proxy]\ntrusted = [\"127.0.0.1\"]\n[observability]\naccess_log = \"stdout\"\n\
         access_log_queries = true\naccess_log_addresses = \"truncated\"\n",
    );
    let (site, requests) = listening();
    let mut gate = Gate::start(&folder, &["--upstream", &format!("http://{site}")]);
    let headers = "X-Request-Id: edge-17\r\nX-Forwarded-For: 192.0.2.77\r\n";
    ask(&gate.address, "GET /page?q=1", headers);
    gate.signal("TERM");
    let (_, out) = gate.end();
    let [line] = &lines(&out)[..] else {
        panic!("{out}")
    };
    assert_eq!(line["id"], "edge-17");
    assert_eq!(line["query"], "q=1");
    assert_eq!(line["reader"], "192.0.2.0");
    // The upstream is told the same id.
    let (head, _) = requests.recv_timeout(DEADLINE).unwrap();
    assert!(head.contains("\nx-request-id: edge-17\n"), "{head}");
}

#[test]
fn a_log_that_was_moved_away_is_opened_anew_on_a_reload() {
    let folder = Folder::new("rotate");
    folder.write(
        "jalousie.toml",
        "[observability]\naccess_log = \"access.log\"\n",
    );
    let site = format!("http://{}", upstream(PAGE));
    let mut gate = Gate::start(&folder, &["--upstream", &site]);
    ask(&gate.address, "GET /first", "");
    fs::rename(folder.path("access.log"), folder.path("old.log")).unwrap();
    gate.signal("HUP");
    gate.wait_for("configuration reloaded");
    ask(&gate.address, "GET /second", "");
    gate.signal("TERM");
    gate.end();
    let (old, new) = (folder.read("old.log"), folder.read("access.log"));
    assert!(old.contains("/first") && !old.contains("/second"), "{old}");
    assert!(new.contains("/second") && !new.contains("/first"), "{new}");
}

#[test]
fn a_log_that_cannot_be_opened_is_an_error_at_the_start() {
    let folder = Folder::new("unwritable");
    folder.write(
        "jalousie.toml",
        "[observability]\naccess_log = \"missing/access.log\"\n",
    );
    let ran = folder.refuses_to_serve();
    assert!(
        ran.err
            .contains("cannot open the access log missing/access.log: "),
        "{}",
        ran.err
    );
}

/// The spans of the collector's next request.
fn spans(requests: &Receiver<(String, String)>) -> Vec<Value> {
    let (head, body) = requests.recv_timeout(DEADLINE).unwrap();
    assert!(
        head.starts_with("post /otlp/v1/traces http/1.1\n"),
        "{head}"
    );
    assert!(
        head.contains("\ncontent-type: application/json\n"),
        "{head}"
    );
    let body: Value = serde_json::from_str(&body).unwrap();
    let resource = &body["resourceSpans"][0];
    let service = &resource["resource"]["attributes"][0];
    assert_eq!(
        (&service["key"], &service["value"]["stringValue"]),
        (&"service.name".into(), &"jalousie".into())
    );
    resource["scopeSpans"][0]["spans"]
        .as_array()
        .unwrap()
        .clone()
}

/// The `traceparent` in a head.
fn traceparent(head: &str) -> Vec<&str> {
    let line = head
        .lines()
        .find_map(|line| line.strip_prefix("traceparent: "));
    line.unwrap_or_else(|| panic!("{head}"))
        .split('-')
        .collect()
}

/// A gate between a site and a collector, and what both of them get.
fn traced(name: &str, more: &str) -> (Folder, Gate, [Receiver<(String, String)>; 2]) {
    let folder = Folder::new(name);
    let ((site, asked), (collector, exported)) = (listening(), listening());
    let traces = format!("{more}\n[observability]\ntraces = \"http://{collector}/otlp/\"\n");
    folder.write("jalousie.toml", &traces);
    let gate = Gate::start(&folder, &["--upstream", &format!("http://{site}")]);
    (folder, gate, [asked, exported])
}

#[test]
fn a_trace_of_a_trusted_proxy_goes_on() {
    let (_folder, mut gate, [asked, exported]) =
        traced("traced", "[proxy]\ntrusted = [\"127.0.0.1\"]");
    let parent = "00f067aa0ba902b7";
    let headers = format!("traceparent: 00-{TRACE}-{parent}-01\r\ntracestate: a=b\r\n");
    ask(&gate.address, "GET /page?q=secret", &headers);
    let (head, _) = asked.recv_timeout(DEADLINE).unwrap();
    let [_, trace, span, flags] = traceparent(&head)[..] else {
        panic!("{head}")
    };
    assert_eq!((trace, flags), (TRACE, "01"));
    assert_ne!(span, parent);
    assert!(head.contains("\ntracestate: a=b\n"), "{head}");
    let [first] = &spans(&exported)[..] else {
        panic!("one span")
    };
    assert_eq!(first["traceId"], TRACE);
    assert_eq!(first["spanId"], span);
    assert_eq!(first["parentSpanId"], parent);
    assert_eq!((&first["name"], &first["kind"]), (&"GET".into(), &2.into()));
    let attributes = first["attributes"].to_string();
    assert!(
        attributes.contains(r#"{"key":"http.response.status_code","value":{"intValue":"200"}}"#),
        "{attributes}"
    );
    assert!(
        attributes.contains("/page") && !attributes.contains("secret"),
        "{attributes}"
    );
    let nanos = |name: &str| first[name].as_str().unwrap().parse::<u64>().unwrap();
    assert!(nanos("startTimeUnixNano") <= nanos("endTimeUnixNano"));
    // One that is not sampled is passed on, and not exported: the next export is another one's.
    let headers = format!("traceparent: 00-{TRACE}-{parent}-00\r\n");
    ask(&gate.address, "GET /unsampled", &headers);
    assert_eq!(
        traceparent(&asked.recv_timeout(DEADLINE).unwrap().0)[3],
        "00"
    );
    ask(&gate.address, "GET /last", "");
    gate.signal("TERM");
    gate.end();
    let last = Value::from(spans(&exported)).to_string();
    assert!(
        last.contains("/last") && !last.contains("/unsampled"),
        "{last}"
    );
}

#[test]
fn a_strangers_trace_ends_here() {
    let (_folder, mut gate, [asked, exported]) = traced("stranger", "");
    let headers = format!("traceparent: 00-{TRACE}-00f067aa0ba902b7-00\r\ntracestate: a=b\r\n");
    ask(&gate.address, "GET /page", &headers);
    let (head, _) = asked.recv_timeout(DEADLINE).unwrap();
    let [_, trace, _, flags] = traceparent(&head)[..] else {
        panic!("{head}")
    };
    assert!(
        trace != TRACE && flags == "01" && !head.contains("tracestate"),
        "{head}"
    );
    // What is waiting is exported when the gate stops.
    gate.signal("TERM");
    gate.end();
    let [span] = &spans(&exported)[..] else {
        panic!("one span")
    };
    assert_eq!(span["traceId"], trace);
    assert!(span.get("parentSpanId").is_none());
}

#[test]
fn a_collector_that_is_not_there_is_a_warning_and_a_number() {
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let folder = Folder::new("no-collector");
    let traces = format!("[observability]\ntraces = \"http://{nobody}\"\n");
    folder.write("jalousie.toml", &traces);
    let site = format!("http://{}", upstream(PAGE));
    let mut gate = Gate::start(&folder, &["--upstream", &site]);
    assert!(ask(&gate.address, "GET /", "").contains("Words."));
    gate.wait_for("cannot export spans");
    gate.signal("TERM");
    assert_eq!(gate.end().0.code(), Some(0));
}
