//! `serve`: the gate before a site, from its start to its end.

mod support;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt as _;
use std::sync::mpsc::channel;
use std::thread;
use support::{DEADLINE, Folder, Gate, address_in, get, read_head, upstream};

const PAGE: &str = "<!DOCTYPE html><html lang=en><body><p>Words.</p><iframe src=https://player.example/1></iframe>\
                    <script src=https://cdn.example/a.js></script></body></html>";

/// Whether the page's frame is gated, and whether its script is.
fn gated(answer: &str) -> (bool, bool) {
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("<p>Words.</p>"),
        "{answer}"
    );
    (
        !answer.contains("<iframe"),
        !answer.contains("<script src=https://cdn.example/"),
    )
}

#[test]
fn a_page_is_gated_without_any_configuration() {
    let folder = Folder::new("serve");
    let mut gate = Gate::start(
        &folder,
        &["--upstream", &format!("http://{}", upstream(PAGE))],
    );
    let answer = get(&gate.address, "/");
    assert_eq!(gated(&answer), (true, true), "{answer}");
    assert!(
        answer
            .to_ascii_lowercase()
            .contains("content-security-policy: default-src"),
        "{answer}"
    );
    assert!(answer.contains("data-service=\"unclassified\""), "{answer}");
    // The key was made, and is nobody else's to read.
    let keys = fs::metadata(folder.path("home/.local/state/jalousie/keys")).unwrap();
    assert_eq!(keys.permissions().mode() & 0o777, 0o600);
    gate.signal("TERM");
    let (status, out) = gate.end();
    assert_eq!((status.code(), out.as_str()), (Some(0), ""));
}

#[test]
fn a_single_thread_serves_alone() {
    let folder = Folder::new("alone");
    let site = format!("http://{}", upstream(PAGE));
    let mut command = folder.command(&["serve", "--listen", "127.0.0.1:0", "--upstream", &site]);
    command.env("TOKIO_WORKER_THREADS", "1");
    let mut gate = Gate::of(command);
    let address = address_in(&gate.wait_for("the gate is open"));
    for _ in 0..2 {
        assert_eq!(gated(&get(&address, "/")), (true, true));
    }
    gate.signal("TERM");
    assert_eq!(gate.end().0.code(), Some(0));
}

#[test]
fn keys_are_kept_from_one_start_to_the_next() {
    let folder = Folder::new("kept");
    let site = format!("http://{}", upstream(PAGE));
    let pages: Vec<String> = (0..2)
        .map(|_| {
            let gate = Gate::start(&folder, &["--upstream", &site]);
            let answer = get(&gate.address, "/");
            answer
                .split_once("/frame/")
                .unwrap()
                .1
                .split_once('"')
                .unwrap()
                .0
                .to_owned()
        })
        .collect();
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn a_reload_takes_all_of_a_configuration_or_nothing() {
    let folder = Folder::new("reload");
    let site = upstream(PAGE);
    let configuration = |more: &str| {
        folder.write(
            "jalousie.toml",
            &format!("{more}\n[proxy]\nupstream = \"http://{site}\"\n"),
        )
    };
    configuration("");
    let gate = Gate::start(&folder, &["--config", "jalousie.toml"]);
    assert_eq!(gated(&get(&gate.address, "/")), (true, true));
    configuration("[[allow]]\nhost = \"cdn.example\"\nreason = \"a test\"");
    gate.signal("HUP");
    gate.wait_for("configuration reloaded");
    assert_eq!(gated(&get(&gate.address, "/")), (true, false));
    // A good line and a bad one: neither counts.
    configuration("mode = \"observe\"\n[site]\nnmae = \"x\"");
    gate.signal("HUP");
    gate.wait_for("jalousie.toml:3:1: unknown key site.nmae");
    gate.wait_for("the old one stays in force");
    assert_eq!(gated(&get(&gate.address, "/")), (true, false));
    // Nor are the defaults what was meant when the file is gone.
    fs::remove_file(folder.path("jalousie.toml")).unwrap();
    gate.signal("HUP");
    gate.wait_for("the old one stays in force");
    assert_eq!(gated(&get(&gate.address, "/")), (true, false));
    configuration("");
    gate.signal("HUP");
    gate.wait_for("configuration reloaded");
    assert_eq!(gated(&get(&gate.address, "/")), (true, true));
}

#[test]
fn what_needs_a_restart_is_said_on_reload() {
    let folder = Folder::new("restart");
    let site = upstream(PAGE);
    folder.write(
        "jalousie.toml",
        &format!("[proxy]\nupstream = \"http://{site}\"\n"),
    );
    let gate = Gate::start(&folder, &[]);
    folder.write(
        "jalousie.toml",
        &format!("[proxy]\nupstream = \"http://{site}\"\n[proxy.timeouts]\ndrain = \"1s\"\n"),
    );
    gate.signal("HUP");
    gate.wait_for("wait for a restart");
}

#[test]
fn observing_changes_nothing_and_ends_with_a_configuration() {
    let folder = Folder::new("observe");
    folder.write(
        "jalousie.toml",
        "mode = \"observe\"\n[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    let mut gate = Gate::start(
        &folder,
        &["--upstream", &format!("http://{}", upstream(PAGE))],
    );
    let answer = get(&gate.address, "/");
    assert!(answer.ends_with(PAGE), "{answer}");
    gate.signal("TERM");
    let (status, out) = gate.end();
    assert_eq!(status.code(), Some(0));
    assert!(
        out.contains("host = \"cdn.example\"") && out.contains("host = \"player.example\""),
        "{out}"
    );
    // What it says can be pasted as it is.
    folder.write("pasted.toml", &out);
    folder.run(&["check", "--config", "pasted.toml"]).ended(0);
}

#[test]
fn a_stop_lets_what_is_in_flight_finish() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let site = listener.local_addr().unwrap();
    let (asked, was_asked) = channel();
    let (go_on, may_go_on) = channel::<()>();
    thread::spawn(move || {
        // The gate may look whether anybody is there before it asks.
        for mut stream in listener.incoming().map_while(Result::ok) {
            if !read_head(&stream) {
                continue;
            }
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>First.</p>").unwrap();
            asked.send(()).unwrap();
            may_go_on.recv().unwrap();
            stream.write_all(b"<p>Last.</p>").unwrap();
        }
    });
    let folder = Folder::new("drain");
    let mut gate = Gate::start(&folder, &["--upstream", &format!("http://{site}")]);
    let address = gate.address.clone();
    let reader = thread::spawn(move || get(&address, "/"));
    was_asked.recv_timeout(DEADLINE).unwrap();
    gate.signal("TERM");
    // Closed for others, once nobody can connect any more.
    while TcpStream::connect(&gate.address).is_ok() {
        thread::yield_now();
    }
    go_on.send(()).unwrap();
    let answer = reader.join().unwrap();
    assert!(
        answer.contains("<p>First.</p>") && answer.contains("<p>Last.</p>"),
        "{answer}"
    );
    assert_eq!(gate.end().0.code(), Some(0));
}

#[test]
fn an_upstream_that_is_not_there_is_a_warning_and_an_error_page() {
    // A port that was free a moment ago.
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let folder = Folder::new("unreachable");
    folder.write(
        "jalousie.toml",
        "[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    let mut gate = Gate::spawn(
        &folder,
        &[
            "--listen",
            "127.0.0.1:0",
            "--upstream",
            &format!("http://{nobody}"),
        ],
    );
    let operators = address_in(&gate.wait_for("health and metrics"));
    gate.address = address_in(&gate.wait_for("the gate is open"));
    gate.wait_for("the upstream does not answer yet");
    // It lives, and can serve nobody.
    folder.run(&["health", &operators]).ended(0);
    let ready = folder.run(&["health", "--ready", &operators]).ended(1);
    assert!(ready.err.contains("accepts no connection"), "{}", ready.err);
    folder.run(&["health", &nobody.to_string()]).ended(2);
    let answer = get(&gate.address, "/");
    assert!(answer.starts_with("HTTP/1.1 502"), "{answer}");
    assert!(!answer.contains(&nobody.to_string()), "{answer}");
}

#[test]
fn operators_have_a_listener_of_their_own() {
    let folder = Folder::new("operators");
    folder.write(
        "jalousie.toml",
        "[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    let site = format!("http://{}", upstream(PAGE));
    let gate = Gate::spawn(&folder, &["--listen", "127.0.0.1:0", "--upstream", &site]);
    let operators = address_in(&gate.wait_for("health and metrics"));
    let readers = address_in(&gate.wait_for("the gate is open"));
    assert!(get(&operators, "/healthz").ends_with("\r\n\r\nalive\n"));
    assert!(get(&operators, "/readyz").ends_with("\r\n\r\nready\n"));
    get(&readers, "/");
    let metrics = get(&operators, "/metrics");
    assert!(
        metrics.contains("\njalousie_pages_total 1\n")
            && metrics.contains("jalousie_notices_total{service=\"unclassified\"} 1\n")
            && metrics.contains("jalousie_silenced_total{category=\"unclassified\"} 1\n")
            && metrics.contains("jalousie_requests_total{method=\"GET\",status=\"2xx\"} 1\n"),
        "{metrics}"
    );
    folder.run(&["health", &operators]).ended(0);
    folder.run(&["health", "--ready", &operators]).ended(0);
    assert!(get(&operators, "/observed").contains("host = \"cdn.example\""));
    assert!(get(&operators, "/other").starts_with("HTTP/1.1 404"));
    // Readers do not get there.
    assert!(!get(&readers, "/metrics").contains("jalousie_pages_total"));
}

/// A page of somebody else's can have its own name lead to the listener's address (DNS rebinding): to the
/// browser it is the page's own then, and the page may read it.
#[test]
fn operators_listener_has_nothing_for_pages_of_others() {
    let folder = Folder::new("rebinding");
    folder.write(
        "jalousie.toml",
        "[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    let site = format!("http://{}", upstream(PAGE));
    let gate = Gate::spawn(&folder, &["--listen", "127.0.0.1:0", "--upstream", &site]);
    let operators = address_in(&gate.wait_for("health and metrics"));
    gate.wait_for("the gate is open");
    let browser = "Accept-Language: en\r\n";
    for (version, lines, status) in [
        // Prometheus, and people with curl, by whatever name.
        ("1.1", "Host: gate.internal:9090\r\n".to_owned(), 200),
        ("1.1", "Host: localhost\r\n".to_owned(), 200),
        ("1.0", String::new(), 200),
        // Browsers by what can be nobody else's.
        ("1.1", format!("{browser}Host: {operators}\r\n"), 200),
        ("1.1", format!("{browser}Host: [::1]:9090\r\n"), 200),
        ("1.1", format!("{browser}Host: LocalHost:9090\r\n"), 200),
        ("1.1", format!("{browser}Host: evil.example:9090\r\n"), 403),
        (
            "1.1",
            format!("{browser}Host: 127.0.0.1.evil.example\r\n"),
            403,
        ),
        ("1.0", browser.to_owned(), 403),
        (
            "1.1",
            "Sec-Fetch-Site: same-origin\r\nHost: evil.example\r\n".to_owned(),
            403,
        ),
        ("1.1", String::new(), 400),
        ("1.1", "Host: a\r\nHost: a\r\n".to_owned(), 400),
        ("1.1", "Host: \r\n".to_owned(), 400),
        ("1.1", "Host: a b\r\n".to_owned(), 400),
    ] {
        let request = format!("GET /observed HTTP/{version}\r\n{lines}Connection: close\r\n\r\n");
        let mut stream = TcpStream::connect(&operators).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let expected = format!(" {status} ");
        assert_eq!(answer.get(8..13), Some(&*expected), "{request}{answer}");
    }
    let metrics = get(&operators, "/metrics");
    for refused in ["{cause=\"foreign\"} 4\n", "{cause=\"host\"} 4\n"] {
        assert!(metrics.contains(refused), "{refused}: {metrics}");
    }
}

#[test]
fn a_gate_that_stops_is_alive_and_not_ready() {
    let folder = Folder::new("draining");
    folder.write(
        "jalousie.toml",
        "[observability]\nlisten = \"127.0.0.1:0\"\n",
    );
    // An upstream that answers when it is told to: until then the gate has something in flight.
    let site = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", site.local_addr().unwrap());
    let mut gate = Gate::spawn(&folder, &["--listen", "127.0.0.1:0", "--upstream", &url]);
    let operators = address_in(&gate.wait_for("health and metrics"));
    let readers = address_in(&gate.wait_for("the gate is open"));
    let mut reader = TcpStream::connect(&readers).unwrap();
    write!(reader, "GET / HTTP/1.1\r\nHost: {readers}\r\n\r\n").unwrap();
    let mut asked = loop {
        // The gate's own look whether the upstream is there closes without a word.
        let (mut connection, _) = site.accept().unwrap();
        if connection.read(&mut [0; 1024]).unwrap() > 0 {
            break connection;
        }
    };
    gate.signal("TERM");
    while !get(&operators, "/readyz").ends_with("\r\n\r\nstopping\n") {}
    assert!(get(&operators, "/readyz").starts_with("HTTP/1.1 503"));
    assert!(get(&operators, "/healthz").ends_with("\r\n\r\nalive\n"));
    asked
        .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
        .unwrap();
    let mut answer = String::new();
    reader.read_to_string(&mut answer).unwrap();
    assert!(answer.ends_with("\r\n\r\nok"), "{answer}");
    assert_eq!(gate.end().0.code(), Some(0));
}

#[test]
fn quiet_is_quiet() {
    let folder = Folder::new("quiet");
    let site = format!("http://{}", upstream(PAGE));
    // The port is known beforehand, because nothing says it.
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .to_string();
    let mut gate = Gate::spawn(
        &folder,
        &["--quiet", "--upstream", &site, "--listen", &free],
    );
    while TcpStream::connect(&free).is_err() {
        thread::yield_now();
    }
    assert_eq!(gated(&get(&free, "/")), (true, true));
    gate.signal("TERM");
    assert_eq!(gate.end().0.code(), Some(0));
    assert_eq!(gate.rest_of_log(), Vec::<String>::new());
}
