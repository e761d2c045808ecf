//! `[proxy]`, readers' side.

use super::*;

#[test]
fn readers_side_is_read() {
    let text = r#"
[site]
url = "https://news.example"
[proxy]
upstream = "http://127.0.0.1:8000"
http2 = false
redirect_listen = "0.0.0.0:80"
trusted = ["10.0.0.1"]
proxy_protocol = true
[[proxy.tls]]
certificate = "a.pem"
key = "/keys/a.pem"
[[proxy.tls]]
certificate = "b.pem"
key = "b.key"
[proxy.timeouts]
request_body = "none"
slowness = "30s"
handshake = "5s"
[proxy.limits]
slowest_upload = "1 KiB"
slowest_download = "0 B"
client_connections = 50
client_requests = 20
http2_streams = 50
"#;
    let loaded = load_text("listener", text).unwrap();
    let Encryption {
        certificates,
        http2,
        redirect,
    } = &loaded.encryption;
    assert_eq!((*http2, redirect.unwrap().port()), (false, 80));
    let [first, second] = &certificates[..] else {
        panic!("{certificates:?}");
    };
    // Beside the file, unless the path says otherwise.
    assert!(first.certificate.is_absolute() && first.certificate.ends_with("a.pem"));
    assert_eq!(first.key, Path::new("/keys/a.pem"));
    assert!(second.key.ends_with("b.key"));
    let server = loaded.server;
    assert!(server.proxy_protocol && server.upload_total.is_none());
    assert_eq!((server.upload.bytes, server.download.bytes), (1024, 0));
    assert_eq!(server.upload.window.as_secs(), 30);
    assert_eq!(server.clients.connections, Some(50));
    // Ten seconds' worth, where nothing is said.
    assert_eq!(server.clients.requests.unwrap().burst, 200);
    assert_eq!(server.http2.streams, 50);
}

#[test]
fn what_does_not_fit_together_is_said() {
    let text = r#"
[site]
url = "http://news.example"
[proxy]
h2c = true
proxy_protocol = true
redirect_listen = "127.0.0.1:8080"
[[proxy.tls]]
certificate = "a.pem"
[proxy.limits]
client_burst = 5
"#;
    let found = wrong("unfit", text).join("\n");
    for expected in [
        "proxy.tls.key is missing",
        "proxy.h2c: is HTTP/2 without TLS, and there is TLS",
        "proxy.proxy_protocol: needs proxy.trusted",
        "proxy.tls: encrypts the site, but site.url begins with http://",
        "proxy.redirect_listen: needs site.url with https://",
        "proxy.redirect_listen = \"127.0.0.1:8080\": expected another address",
        "proxy.limits.client_burst: needs client_requests",
    ] {
        assert!(found.contains(expected), "{expected} is not in\n{found}");
    }
}
