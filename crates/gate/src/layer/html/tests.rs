//! A page from memory is the page that would have been made, whatever came and however.

use super::memory::{Advice, Memory};
use super::{Pages, Recipe};
use crate::coding::{Coding, Decoder, Encoder};
use crate::layer::{BoxError, Gate, Public};
use bytes::Bytes;
use http_body::{Body, Frame};
use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Keys;
use jalousie_core::rewrite::Page;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use proptest::prelude::*;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// Longer than the least patience, far shorter than the most.
const PAUSE: Duration = Duration::from_millis(3);

/// A site's body that comes in pieces; between some of them it pauses.
struct Pieces {
    pieces: VecDeque<Option<Bytes>>,
    pause: Option<Pin<Box<Sleep>>>,
}

impl Pieces {
    /// Cut where `cuts` say, in thousandths of the whole; after those that are marked comes a pause.
    fn of(body: &[u8], cuts: &[(usize, bool)]) -> Self {
        let (mut pieces, mut start) = (VecDeque::new(), 0);
        for (cut, pause) in cuts {
            let end = (body.len() * cut / 1000).max(start);
            pieces.push_back(Some(Bytes::copy_from_slice(&body[start..end])));
            if *pause {
                pieces.push_back(None);
            }
            start = end;
        }
        pieces.push_back(Some(Bytes::copy_from_slice(&body[start..])));
        pieces.retain(|piece| piece.as_ref().is_none_or(|piece| !piece.is_empty()));
        Pieces {
            pieces,
            pause: None,
        }
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
            self.pause = None;
        }
        match self.pieces.pop_front() {
            None => Poll::Ready(None),
            Some(Some(piece)) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            Some(None) => {
                self.pause = Some(Box::pin(sleep(PAUSE)));
                self.poll_frame(context)
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }
}

fn gate(memory: Memory) -> Arc<Gate> {
    static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Catalogue::embedded().unwrap());
    static TEXTS: LazyLock<Arc<Texts>> = LazyLock::new(Texts::embedded);
    let keys = Keys::new(vec![[7; 32]]).unwrap();
    let site = Site::new(keys, CATALOGUE.clone(), TEXTS.clone());
    let mut gate = Gate::new(site, Public::default());
    let current = Arc::get_mut(&mut gate).unwrap().current.get_mut();
    Arc::get_mut(current.unwrap()).unwrap().memory = Arc::new(memory);
    gate
}

#[derive(Clone, Copy, Debug)]
struct Codings {
    site: Coding,
    reader: Option<Coding>,
}

fn recipe(gate: &Gate, codings: Codings, reader: &str) -> Recipe {
    let page = Page {
        accept_language: Some(reader.to_owned()),
        guard: true,
        ..Page::new("https://news.example/a".parse().unwrap())
    };
    let encoding = match codings.site {
        Coding::Identity => String::new(),
        coding => coding.token().to_owned(),
    };
    Recipe::new(gate.site(), page, encoding, codings.reader)
}

/// What a reader gets, and whether the notices are in his own language.
async fn read(
    gate: &Arc<Gate>,
    recipe: Recipe,
    pieces: Pieces,
) -> Result<(Vec<u8>, bool), BoxError> {
    let mut pages = Pages::send(pieces, gate.clone(), recipe, Some(&gate.current().memory))?;
    let negotiated = pages.begin().await?;
    let mut all = Vec::new();
    if let Some(whole) = pages.whole() {
        return Ok((whole.to_vec(), negotiated));
    }
    while let Some(frame) = poll_fn(|context| pages.poll_frame(context)).await {
        all.extend_from_slice(&frame?.into_data().unwrap());
    }
    Ok((all, negotiated))
}

fn packed(coding: Coding, body: &[u8]) -> Vec<u8> {
    let (mut encoder, mut out) = (Encoder::new(coding).unwrap(), Vec::new());
    encoder.push(body, &mut out).unwrap();
    encoder.finish(&mut out).unwrap();
    out
}

fn unpacked(coding: Option<Coding>, body: &[u8]) -> Vec<u8> {
    let coding = coding.unwrap_or(Coding::Identity);
    let mut decoder = Decoder::for_encoding(coding.token()).unwrap();
    let mut out = Vec::new();
    decoder
        .push(body, |slice| {
            out.extend_from_slice(slice);
            Ok::<_, BoxError>(())
        })
        .unwrap();
    decoder.finish().unwrap();
    out
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build();
    runtime.unwrap().block_on(work)
}

/// The page as a gate makes it that remembers nothing.
async fn made(codings: Codings, body: &[u8], reader: &str) -> Option<(Vec<u8>, bool)> {
    let gate = gate(Memory::new(0));
    let recipe = recipe(&gate, codings, reader);
    let page = read(&gate, recipe, Pieces::of(body, &[])).await.ok()?;
    Some((unpacked(codings.reader, &page.0), page.1))
}

fn page() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-z <&]{0,200}",
        Just("<iframe src=\"https://widgets.unknown.example/2\"></iframe>".to_owned()),
        Just("<script>let a = 1 < 2;</script>".to_owned()),
        Just("<script src=\"https://cdn.elsewhere.example/a.js\"></script>".to_owned()),
        Just("<img src=\"https://img.elsewhere.example/a.png\" alt=\"A\">".to_owned()),
        Just("<p lang=\"de\">Wörter, viele Wörter.</p>".to_owned()),
        Just("<!-- a comment -->".to_owned()),
    ];
    let start = prop_oneof![
        Just("<!DOCTYPE html><html lang=\"en\"><title>T</title>"),
        Just("<!DOCTYPE html><html><title>T</title>"),
        Just(""),
    ];
    // Where a page is long, most of it has been given before its end comes.
    let long = prop_oneof![1 => Just(0), 3 => 0..3000_usize];
    (start, long, prop::collection::vec(part, 0..8)).prop_map(|(start, long, parts)| {
        let (words, parts) = ("<p>Words, more words.</p>\n".repeat(long), parts.concat());
        format!("{start}{words}{parts}")
    })
}

/// What the site sends the next time.
#[derive(Clone, Debug)]
enum Change {
    None,
    Cut(usize),
    More(String),
    Other(usize, String),
    Spoiled(usize),
}

impl Change {
    fn of(&self, html: &str, coding: Coding) -> Vec<u8> {
        let place = |at: usize| {
            (0..=html.len() * at / 1000)
                .rev()
                .find(|at| html.is_char_boundary(*at))
                .unwrap()
        };
        match self {
            Change::None => packed(coding, html.as_bytes()),
            Change::Cut(at) => packed(coding, &html.as_bytes()[..place(*at)]),
            Change::More(more) => packed(coding, format!("{html}{more}").as_bytes()),
            Change::Other(at, more) => {
                let (before, after) = html.split_at(place(*at));
                packed(coding, format!("{before}{more}{after}").as_bytes())
            }
            Change::Spoiled(at) => {
                let mut bytes = packed(coding, html.as_bytes());
                bytes.truncate(bytes.len() * at / 1000);
                bytes
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let more = || {
        prop_oneof![
            "[a-z <>/=\"]{1,40}",
            Just("<html lang=\"fr\">".to_owned()),
            Just("<iframe src=\"https://widgets.unknown.example/1\"></iframe>".to_owned()),
        ]
    };
    prop_oneof![
        3 => Just(Change::None),
        1 => (0..1000_usize).prop_map(Change::Cut),
        1 => more().prop_map(Change::More),
        3 => (0..1000_usize, more()).prop_map(|(at, more)| Change::Other(at, more)),
        1 => (0..1000_usize).prop_map(Change::Spoiled),
    ]
}

fn cuts() -> impl Strategy<Value = Vec<(usize, bool)>> {
    let cut = (0..=1000_usize, prop::bool::weighted(0.5));
    prop::collection::vec(cut, 1..5).prop_map(|mut cuts| {
        cuts.sort();
        cuts
    })
}

fn codings() -> impl Strategy<Value = Codings> {
    prop_oneof![
        3 => Just((Coding::Identity, None)),
        1 => Just((Coding::Gzip, None)),
        1 => Just((Coding::Gzip, Some(Coding::Gzip))),
        1 => Just((Coding::Brotli, Some(Coding::Zstd))),
        // A change in a packed body is seen early; in one that is not, where it is.
        2 => Just((Coding::Identity, Some(Coding::Gzip))),
        2 => Just((Coding::Identity, Some(Coding::Brotli))),
        2 => Just((Coding::Identity, Some(Coding::Zstd))),
    ]
    .prop_map(|(site, reader)| Codings { site, reader })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_remembered_changes_no_byte(
        html in page(),
        codings in codings(),
        patient: bool,
        known in cuts(),
        change in change(),
        other in prop::option::of(cuts()),
    ) {
        let patience = if patient { Duration::from_secs(3600) } else { Duration::ZERO };
        let gate = gate(Memory::new(16 << 20).with_patience(patience));
        let cuts = other.as_ref().unwrap_or(&known);
        run(async {
            // Twice as it is: then it is known.
            for (change, cuts) in [(&Change::None, &known), (&Change::None, &known), (&change, cuts)] {
                let body = change.of(&html, codings.site);
                let found = read(&gate, recipe(&gate, codings, "fr"), Pieces::of(&body, cuts)).await;
                match (made(codings, &body, "fr").await, found) {
                    (Some(wanted), Ok((found, negotiated))) => {
                        let found = (unpacked(codings.reader, &found), negotiated);
                        prop_assert_eq!(String::from_utf8_lossy(&wanted.0), String::from_utf8_lossy(&found.0));
                        // A head that was sent before the language was known says that it may matter.
                        prop_assert!(found.1 || !wanted.1);
                    }
                    (None, Err(_)) => {}
                    (wanted, found) => prop_assert!(false, "{wanted:?} and {found:?}"),
                }
            }
            Ok(())
        })?;
    }
}

const CODINGS: Codings = Codings {
    site: Coding::Gzip,
    reader: Some(Coding::Gzip),
};

fn remembers(gate: &Gate, codings: Codings, reader: &str) -> bool {
    matches!(
        gate.current().memory.advise(&recipe(gate, codings, reader)),
        Advice::Retrace(_)
    )
}

async fn visit(gate: &Arc<Gate>, body: &[u8], reader: &str) -> Vec<u8> {
    let recipe = recipe(gate, CODINGS, reader);
    let pieces = Pieces::of(body, &[(300, false), (700, true)]);
    read(gate, recipe, pieces).await.unwrap().0
}

#[test]
fn a_page_is_remembered_when_it_comes_again_and_forgotten_when_it_changes() {
    let gate = gate(Memory::new(1 << 20));
    let html =
        "<html lang=\"en\"><p>Words.<iframe src=\"https://widgets.unknown.example/2\"></iframe>";
    let body = packed(Coding::Gzip, html.as_bytes());
    run(async {
        let first = visit(&gate, &body, "en").await;
        assert!(!remembers(&gate, CODINGS, "en"));
        let gate = super::tests::gate(Memory::new(1 << 20));
        for _ in 0..2 {
            assert_eq!(visit(&gate, &body, "en").await, first);
        }
        assert!(remembers(&gate, CODINGS, "en"));
        assert!(
            remembers(&gate, CODINGS, "fr"),
            "the page says its language"
        );
        let plain = Codings {
            reader: None,
            ..CODINGS
        };
        assert!(!remembers(&gate, plain, "en"));
        assert_eq!(visit(&gate, &body, "fr").await, first);

        let other = packed(Coding::Gzip, html.replace("Words", "Others").as_bytes());
        let page = unpacked(CODINGS.reader, &visit(&gate, &other, "en").await);
        assert!(String::from_utf8(page).unwrap().contains("Others"));
        assert!(!remembers(&gate, CODINGS, "en"));
    });
}

#[test]
fn a_page_without_a_language_is_remembered_for_each() {
    let gate = gate(Memory::new(1 << 20));
    let html = "<p>Words.<iframe src=\"https://widgets.unknown.example/2\"></iframe>";
    let body = packed(Coding::Gzip, html.as_bytes());
    run(async {
        for _ in 0..2 {
            visit(&gate, &body, "en").await;
        }
        assert!(remembers(&gate, CODINGS, "en-GB"));
        assert!(!remembers(&gate, CODINGS, "fr"));
    });
}

#[test]
fn a_memory_is_bounded_and_keeps_what_is_used() {
    let gate = gate(Memory::new(256 << 10));
    let recipe = |number: usize| {
        let url = format!("https://news.example/{number}").parse().unwrap();
        Recipe::new(gate.site(), Page::new(url), String::new(), None)
    };
    let body = "<p>Words.</p>".repeat(500);
    run(async {
        for number in 0..200 {
            for number in [number, number, 0] {
                let pieces = Pieces::of(body.as_bytes(), &[]);
                read(&gate, recipe(number), pieces).await.unwrap();
            }
        }
        assert!(gate.current().memory.size() <= 256 << 10);
        assert!(matches!(
            gate.current().memory.advise(&recipe(0)),
            Advice::Retrace(_)
        ));
        assert!(matches!(
            gate.current().memory.advise(&recipe(199)),
            Advice::Retrace(_)
        ));
        assert!(!matches!(
            gate.current().memory.advise(&recipe(1)),
            Advice::Retrace(_)
        ));
        for _ in 0..3 {
            let long = Pieces::of(body.repeat(10).as_bytes(), &[]);
            read(&gate, recipe(200), long).await.unwrap();
        }
        let long = gate.current().memory.advise(&recipe(200));
        assert!(
            !matches!(long, Advice::Retrace(_)),
            "too long for this memory"
        );
        gate.replace_site(Site::clone(&gate.site()));
        assert_eq!(gate.current().memory.size(), 0);
        let mut site = Site::clone(&gate.site());
        site.remembered_pages = 0;
        gate.replace_site(site);
        for _ in 0..3 {
            let advice = gate.current().memory.advise(&recipe(0));
            assert!(matches!(advice, Advice::Make), "the new limit holds");
        }
    });
}

#[test]
fn a_page_that_differs_each_time_is_recorded_ever_more_seldom() {
    let gate = gate(Memory::new(1 << 20));
    let records = (0..1000)
        .filter(|_| {
            matches!(
                gate.current().memory.advise(&recipe(&gate, CODINGS, "en")),
                Advice::Record(_)
            )
        })
        .count();
    assert!((5..12).contains(&records), "{records} records");
}
