//! Several gates on one PostgreSQL, and a PostgreSQL that comes and goes.

#![allow(clippy::unwrap_used)]

mod receipts_support;

use jalousie_gate::receipts::{Opening, Outcome, Period, Postgres, Receipts, Store};
use receipts_support::server::{Database, Server};
use receipts_support::{draft, drafts, keys, merged, number, receipt, verify, whole};
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::time::Duration;

fn open(url: &str) -> Postgres {
    Postgres::open(url, None, Opening::Create, keys()).unwrap()
}

#[test]
fn two_gates_on_one_database_have_a_chain_each() {
    let database = Database::new();
    let (mut one, mut other) = (open(&database.url()), open(&database.url()));
    std::thread::scope(|scope| {
        scope.spawn(|| (0..40).for_each(|of| one.append(&drafts(of * 10..of * 10 + 10)).unwrap()));
        scope.spawn(|| {
            (40..80).for_each(|of| other.append(&drafts(of * 10..of * 10 + 10)).unwrap())
        });
    });
    let found = verify(&mut one, &keys());
    assert_eq!(
        (found.flaws, found.chains),
        (vec![], vec![(400, 0), (400, 0)])
    );
    // Each reads what the other has written, in order of time.
    let all = merged(&mut other, Period::default());
    assert_eq!(all.len(), 800);
    assert!(all.is_sorted_by_key(|(_, time)| *time));
    assert_eq!(one.erase(&[number(799)]).unwrap(), 1);
    // A gate that comes back takes a chain that nobody has.
    drop(one);
    let mut again = open(&database.url());
    again.append(&[draft(900, 900)]).unwrap();
    let found = verify(&mut again, &keys());
    assert_eq!(
        (found.flaws, found.chains),
        (vec![], vec![(401, 0), (400, 1)])
    );
}

#[test]
fn gates_that_start_at_once_do_not_share_a_chain() {
    let database = Database::new();
    let url = database.url();
    let stores: Vec<Postgres> = std::thread::scope(|scope| {
        let opening: Vec<_> = (0..6).map(|_| scope.spawn(|| open(&url))).collect();
        opening.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let mut stores = stores.into_iter().zip(0_u32..);
    let last = stores.by_ref().map(|(mut store, of)| {
        store.append(&drafts(of * 10..of * 10 + 10)).unwrap();
        store
    });
    let mut kept: Vec<Postgres> = last.collect();
    let found = verify(&mut kept[0], &keys());
    assert_eq!((found.flaws, found.chains), (vec![], vec![(10, 0); 6]));
}

#[test]
fn what_waits_while_the_server_is_away_is_stored_once_it_is_back() {
    let server = Server::start();
    let url = server.url("postgres");
    let receipts = Receipts::new(Box::new(open(&url)), 1000).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let record = |of: u32| runtime.block_on(receipts.record(&receipt(of, 1), Vec::new()));
    assert_eq!(record(0), Outcome::Recorded);
    for round in 1..4 {
        // A crash, not an orderly end: connections break wherever they are.
        server.stop("QUIT");
        assert_eq!(record(round * 10), Outcome::Queued);
        assert_eq!(record(round * 10 + 1), Outcome::Queued);
        let counts = receipts.counts();
        assert_eq!(
            (counts.waiting, counts.lost, counts.reachable),
            (2, 0, false)
        );
        server.run();
        while receipts.counts().waiting > 0 {
            std::thread::yield_now();
        }
        assert_eq!(record(round * 10 + 2), Outcome::Recorded);
    }
    runtime.block_on(receipts.close(Duration::from_secs(60)));
    assert_eq!(receipts.counts().recorded, 10);
    let mut store = Postgres::open(&url, None, Opening::Existing, keys()).unwrap();
    assert_eq!(whole(&mut store), (10, 0));
}

#[test]
fn tls_is_spoken_with_a_server_that_proves_its_name_only() {
    let server = Server::start();
    let certificate = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (ca, key) = (
        server.folder().join("ca.pem"),
        server.folder().join("key.pem"),
    );
    fs::write(&ca, certificate.cert.pem()).unwrap();
    fs::write(&key, certificate.signing_key.serialize_pem()).unwrap();
    fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    if let Some((user, group)) = server.user() {
        chown(&key, Some(user), Some(group)).unwrap();
    }
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let settings = format!(
        "ssl = on\nssl_cert_file = '{}'\nssl_key_file = '{}'\nport = {port}\n",
        ca.display(),
        key.display()
    );
    server.stop("INT");
    server.configure(&settings, "hostssl all all 127.0.0.1/32 trust\n");
    server.run_on("localhost", port);
    let url = format!("postgres://jalousie@localhost:{port}/postgres?sslmode=require");
    let mut store = Postgres::open(&url, Some(&ca), Opening::Create, keys()).unwrap();
    store.append(&drafts(0..2)).unwrap();
    assert_eq!(whole(&mut store), (2, 0));
    // Nobody on the web vouches for it, and it has no other name.
    for (url, ca) in [
        (url.clone(), None),
        (url.replace("localhost", "127.0.0.1"), Some(ca.as_path())),
    ] {
        let error = Postgres::open(&url, ca, Opening::Create, keys())
            .unwrap_err()
            .to_string();
        assert!(error.contains("certificate"), "{error}");
        assert!(!error.contains("jalousie@"), "{error}");
    }
    // A server that speaks no TLS is refused where it was insisted on: here the server refuses.
    let plain = url.replace("require", "disable");
    assert!(Postgres::open(&plain, Some(&ca), Opening::Create, keys()).is_err());
}
