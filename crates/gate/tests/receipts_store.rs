//! What every store of receipts does: the same tests on SQLite and on a real PostgreSQL.

#![allow(clippy::unwrap_used)]

mod receipts_support;

use jalousie_core::consent::receipt::{Flaw, Time};
use jalousie_core::frame::Keys;
use jalousie_gate::receipts::{Opening, Period};
use receipts_support::{Place, draft, drafts, keys, merged, number, shared, verify, whole};

/// Each test once per store.
macro_rules! on_both_stores {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[test] fn $name() { super::$name(&super::Place::sqlite()); })*
        }
        mod postgres {
            $(#[test] fn $name() { super::$name(&super::Place::postgres()); })*
        }
    };
}

on_both_stores!(
    what_was_appended_is_there_when_it_is_opened_again,
    an_erased_receipt_leaves_its_place_and_nothing_else,
    what_is_old_is_purged_and_a_clock_that_jumps_purges_nothing_young,
    a_batch_given_twice_after_an_error_is_stored_once,
    documents_are_kept_once_and_shown_as_they_were,
    periods_are_read_in_order_of_time,
    changes_by_hand_are_found,
    a_chain_with_another_seal_is_not_appended_to,
    a_head_changed_while_the_gate_runs_stops_it,
    a_store_of_a_newer_version_is_refused_and_not_touched,
    reading_makes_no_store,
);

fn what_was_appended_is_there_when_it_is_opened_again(place: &Place) {
    let mut store = place.gate();
    store.append(&drafts(0..3)).unwrap();
    store.append(&drafts(3..5)).unwrap();
    drop(store);
    let mut store = place.gate();
    store.append(&drafts(5..6)).unwrap();
    let found = verify(&mut *store, &keys());
    assert_eq!(found.flaws, []);
    assert_eq!(found.numbers, (0..6).map(number).collect::<Vec<_>>());
    assert_eq!(found.chains, [(6, 0)]);
    let receipts = store.find(&[number(4), number(99), number(1)]).unwrap();
    let numbers: Vec<_> = receipts.iter().map(|receipt| receipt.number).collect();
    assert_eq!(numbers, [number(1), number(4)]);
    assert_eq!(store.own_check().unwrap(), Vec::<String>::new());
}

fn an_erased_receipt_leaves_its_place_and_nothing_else(place: &Place) {
    let mut store = place.gate();
    store.append(&drafts(0..5)).unwrap();
    assert_eq!(store.erase(&[number(1), number(3), number(77)]).unwrap(), 2);
    assert_eq!(store.erase(&[number(1)]).unwrap(), 0);
    assert_eq!(whole(&mut *store), (5, 2));
    assert!(store.find(&[number(1), number(3)]).unwrap().is_empty());
    let left: Vec<_> = merged(&mut *store, Period::default())
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    assert_eq!(left, [number(0), number(2), number(4)]);
    store.append(&drafts(5..6)).unwrap();
    assert_eq!(whole(&mut *store), (6, 2));
}

fn what_is_old_is_purged_and_a_clock_that_jumps_purges_nothing_young(place: &Place) {
    let time = Time::from_milliseconds;
    let mut store = place.gate();
    // The clock is right twice, in the far future once, right again, then at 1970, then right.
    let times = [100, 200, 900_000, 300, 1000, 1, 1100];
    let batch: Vec<_> = (0..7)
        .zip(times)
        .map(|(of, time)| draft(of, time))
        .collect();
    store.append(&batch).unwrap();
    assert_eq!(store.purge(time(250), time(2000), 1).unwrap(), 1);
    assert_eq!(store.purge(time(250), time(2000), 100).unwrap(), 1);
    assert_eq!(store.purge(time(500), time(2000), 100).unwrap(), 1);
    // The one that claims to be of 1970 came after one of 1000: it is as young as that.
    assert_eq!(store.purge(time(1000), time(2000), 100).unwrap(), 0);
    assert!(!store.find(&[number(5)]).unwrap().is_empty());
    assert_eq!(store.purge(time(1050), time(2000), 100).unwrap(), 2);
    assert_eq!(whole(&mut *store), (7, 5));
    let left: Vec<_> = merged(&mut *store, Period::default())
        .into_iter()
        .map(|(number, _)| number)
        .collect();
    assert_eq!(left, [number(6), number(2)]);
}

fn a_batch_given_twice_after_an_error_is_stored_once(place: &Place) {
    let mut store = place.gate();
    store.append(&drafts(0..2)).unwrap();
    // The number exists: all of the batch is refused, and nothing of it stored.
    let mut batch = drafts(2..4);
    let mut twin = draft(0, 5);
    twin.commitment = draft(9, 9).commitment;
    batch.push(twin);
    assert!(store.append(&batch).is_err());
    assert_eq!(whole(&mut *store), (2, 0));
    // What the store took without saying so: another process plays the commit that was not seen.
    place
        .open(Opening::Create, keys())
        .append(&drafts(2..4))
        .unwrap();
    if matches!(place, Place::File(_)) {
        store.append(&drafts(2..6)).unwrap();
        assert_eq!(whole(&mut *store), (6, 0));
    }
}

fn documents_are_kept_once_and_shown_as_they_were(place: &Place) {
    let mut store = place.gate();
    let (old, new) = (shared("Old words."), shared("New words, «ü» and all."));
    let mut first = draft(1, 1);
    first.texts = vec![old.clone(), new.clone()];
    let mut second = draft(2, 2);
    second.texts = vec![new.clone()];
    store.append(&[first, second]).unwrap();
    let mut other = place.gate();
    let mut third = draft(3, 3);
    third.texts = vec![new.clone()];
    other.append(&[third]).unwrap();
    assert_eq!(
        store.text(&old.hash).unwrap().as_deref(),
        Some("Old words.")
    );
    assert_eq!(
        store.text(&new.hash).unwrap().as_deref(),
        Some("New words, «ü» and all.")
    );
    assert_eq!(store.text(&shared("Never shown.").hash).unwrap(), None);
    // What is shown outlives the receipts that were made with it: it is nobody's.
    store.erase(&[number(1), number(2)]).unwrap();
    assert!(store.text(&old.hash).unwrap().is_some());
}

fn periods_are_read_in_order_of_time(place: &Place) {
    let mut store = place.gate();
    store
        .append(&[draft(1, 300), draft(2, 100), draft(3, 200)])
        .unwrap();
    let times =
        |store: &mut dyn jalousie_gate::receipts::Store, since: Option<i64>, until: Option<i64>| {
            let period = Period {
                since: since.map(Time::from_milliseconds),
                until: until.map(Time::from_milliseconds),
            };
            let found: Vec<i64> = merged(store, period)
                .into_iter()
                .map(|(_, time)| time)
                .collect();
            found
        };
    assert_eq!(times(&mut *store, None, None), [100, 200, 300]);
    assert_eq!(times(&mut *store, Some(200), None), [200, 300]);
    assert_eq!(times(&mut *store, None, Some(200)), [100]);
    assert_eq!(times(&mut *store, Some(150), Some(300)), [200]);
}

fn changes_by_hand_are_found(place: &Place) {
    let mut store = place.gate();
    store.append(&drafts(0..9)).unwrap();
    for (sql, flaw) in [
        (
            "UPDATE jalousie.receipts SET content = replace(content, 'accept', 'refuse') WHERE sequence = 2",
            Flaw::Changed(2),
        ),
        (
            "DELETE FROM jalousie.receipts WHERE sequence = 3",
            Flaw::Gap(4),
        ),
        (
            "UPDATE jalousie.receipts SET number = NULL, content = NULL WHERE sequence = 5",
            Flaw::Removed(5),
        ),
        (
            "UPDATE jalousie.receipts SET content = NULL, erased = 'reader', seal = salt WHERE sequence = 6",
            Flaw::Removed(6),
        ),
        (
            "UPDATE jalousie.receipts SET time = 12345 WHERE sequence = 7",
            Flaw::Misplaced(7),
        ),
        (
            "UPDATE jalousie.receipts SET hash = commitment WHERE sequence = 8",
            Flaw::Hash(8),
        ),
        (
            "DELETE FROM jalousie.receipts WHERE sequence = 9",
            Flaw::End {
                found: 8,
                expected: 9,
            },
        ),
        (
            "UPDATE jalousie.shards SET sequence = 8, hash = (SELECT hash FROM jalousie.receipts WHERE sequence = 1)",
            Flaw::Seal,
        ),
    ] {
        place.tamper(sql);
        let found = verify(&mut *store, &keys());
        assert!(found.flaws.contains(&flaw), "{sql}: {:?}", found.flaws);
    }
}

fn a_chain_with_another_seal_is_not_appended_to(place: &Place) {
    place.gate().append(&drafts(0..2)).unwrap();
    let other = Keys::new(vec![[8; 32]]).unwrap();
    let refused = match place {
        Place::File(folder) => {
            let path = folder.path("receipts.db");
            jalousie_gate::receipts::Sqlite::open(&path, Opening::Create, other).err()
        }
        Place::Database(database) => {
            jalousie_gate::receipts::Postgres::open(&database.url(), None, Opening::Create, other)
                .err()
        }
    };
    let text = refused.expect("another key").to_string();
    assert!(text.contains("not sealed with this site's keys"), "{text}");
    // With the old key behind the new one it goes on, and is sealed with the new one.
    let both = Keys::new(vec![[8; 32], [7; 32]]).unwrap();
    place
        .open(Opening::Create, both.clone())
        .append(&drafts(2..3))
        .unwrap();
    let found = verify(&mut *place.open(Opening::Existing, both.clone()), &both);
    assert_eq!((found.flaws, found.chains), (vec![], vec![(3, 0)]));
}

fn a_head_changed_while_the_gate_runs_stops_it(place: &Place) {
    let mut store = place.gate();
    store.append(&drafts(0..4)).unwrap();
    place.tamper(
        "DELETE FROM jalousie.receipts WHERE sequence > 2; UPDATE jalousie.shards SET sequence = 2",
    );
    let error = store.append(&drafts(4..5)).unwrap_err().to_string();
    assert!(error.contains("not sealed"), "{error}");
    assert!(store.find(&[number(4)]).unwrap().is_empty());
}

fn a_store_of_a_newer_version_is_refused_and_not_touched(place: &Place) {
    place.gate().append(&drafts(0..2)).unwrap();
    let (version, open): (&str, &dyn Fn(Opening) -> Option<String>) = match place {
        Place::File(folder) => ("PRAGMA user_version = 2", &|opening| {
            let path = folder.path("receipts.db");
            let opened = jalousie_gate::receipts::Sqlite::open(&path, opening, keys());
            opened.err().map(|error| error.to_string())
        }),
        Place::Database(database) => ("UPDATE jalousie.store SET version = 2", &|opening| {
            let opened =
                jalousie_gate::receipts::Postgres::open(&database.url(), None, opening, keys());
            opened.err().map(|error| error.to_string())
        }),
    };
    place.tamper(version);
    for opening in [Opening::Create, Opening::Existing] {
        let text = open(opening).expect("a newer version");
        assert!(
            text.contains("of version 2, and this gate knows version 1"),
            "{text}"
        );
    }
    place.tamper(&version.replace("= 2", "= 1"));
    assert_eq!(whole(&mut *place.gate()), (2, 0));
}

fn reading_makes_no_store(place: &Place) {
    let error = match place {
        Place::File(folder) => {
            let path = folder.path("receipts.db");
            let error =
                jalousie_gate::receipts::Sqlite::open(&path, Opening::Existing, keys()).err();
            assert!(!path.exists());
            error
        }
        Place::Database(database) => jalousie_gate::receipts::Postgres::open(
            &database.url(),
            None,
            Opening::Existing,
            keys(),
        )
        .err(),
    };
    assert!(error.is_some());
}
