//! What the layer costs for each request: requests in turn, in one thread, without any network.
//!
//! ```text
//! cargo bench -p jalousie-gate --bench layer
//! ```
//!
//! The pages are those of `cargo xtask bench-proxy` (it needs python3). With the name of a case and a
//! number it answers that many requests in the function `counted` and says nothing: for callgrind.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::{Gate, GateLayer, GateService, Public};
use std::convert::Infallible;
use std::future::Ready;
use std::hint::black_box;
use std::process::Command;
use std::task::{Context, Poll, Waker};
use std::time::Instant;
use tower_layer::Layer;
use tower_service::Service;

/// Requests before the clock starts.
const WARM_UP: usize = 200;

/// Requests measured together, and how often.
const BATCH: usize = 20;
const BATCHES: usize = 200;

/// Name, size and embeds of a page, whether it is one, and its coding.
const CASES: &[(&str, usize, usize, bool, bool)] = &[
    ("small-bin", 4_000, 0, false, false),
    ("small-none", 4_000, 0, true, false),
    ("small-one", 4_000, 1, true, false),
    ("small-gzip", 4_000, 1, true, true),
    ("large-bin", 100_000, 0, false, false),
    ("large-none", 100_000, 0, true, false),
    ("large-three", 100_000, 3, true, false),
    ("large-gzip", 100_000, 3, true, true),
];

/// The site: it answers each request in the same way.
#[derive(Clone)]
struct Upstream {
    body: Bytes,
    page: bool,
    gzip: bool,
}

impl<B> Service<Request<B>> for Upstream {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<B>) -> Self::Future {
        let media = if self.page { "text/html" } else { "image/png" };
        let mut answer = Response::builder()
            .header("server", "nginx")
            .header("date", "Sat, 21 Nov 2026 12:00:00 GMT")
            .header("content-type", media)
            .header("content-length", self.body.len())
            .header("last-modified", "Sat, 21 Nov 2026 12:00:00 GMT")
            .header("etag", "\"6740-fa0\"")
            .header("accept-ranges", "bytes");
        if self.gzip {
            answer = answer.header("content-encoding", "gzip");
        }
        let body = Full::new(self.body.clone());
        std::future::ready(Ok(answer.body(body).expect("an answer")))
    }
}

/// One request, to the end of its answer; how many bytes that has.
fn ask(service: &mut GateService<Upstream>, gzip: bool) -> usize {
    let mut request = Request::builder().uri("/valley/dam");
    request = request.header("host", "news.example");
    if gzip {
        request = request.header("accept-encoding", "gzip");
    }
    let request = request.body(Full::<Bytes>::default()).expect("a request");
    let answering = async {
        let mut body = service.call(request).await.expect("an answer").into_body();
        let mut length = 0;
        while let Some(frame) = body.frame().await {
            length += black_box(frame.expect("a frame"))
                .data_ref()
                .map_or(0, Bytes::len);
        }
        length
    };
    let mut answering = std::pin::pin!(answering);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(length) = answering.as_mut().poll(&mut context) {
            return length;
        }
    }
}

/// The same, under a name of its own: callgrind counts what is in it (`--toggle-collect='*counted*'`).
#[inline(never)]
fn counted(service: &mut GateService<Upstream>, gzip: bool) -> usize {
    ask(service, gzip)
}

fn page(size: usize, embeds: usize, gzip: bool) -> Bytes {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../benches/proxy");
    let pack = if gzip {
        "gzip.compress(page, 6, mtime=0)"
    } else {
        "page"
    };
    let program = format!(
        "import gzip, pages, sys; page = pages.page({size}, {embeds}); sys.stdout.buffer.write({pack})"
    );
    let made = Command::new("python3")
        .args(["-B", "-c", &program])
        .env("PYTHONPATH", folder)
        .output();
    let made = made.expect("python3, which makes the pages");
    assert!(
        made.status.success(),
        "the pages of benches/proxy: {made:?}"
    );
    made.stdout.into()
}

fn service(body: Bytes, page: bool, gzip: bool) -> GateService<Upstream> {
    let keys = Keys::new(vec![[7; 32]]).expect("a key");
    let catalogue = Catalogue::embedded().expect("the catalogue");
    let site = Site::new(keys, catalogue, Texts::embedded());
    let upstream = Upstream { body, page, gzip };
    GateLayer::new(Gate::new(site, Public::default())).layer(upstream)
}

fn main() {
    // Cargo adds `--bench`.
    let given: Vec<String> = std::env::args()
        .skip(1)
        .filter(|g| g != "--bench")
        .collect();
    let only = given.first();
    let requests = given.get(1).and_then(|number| number.parse().ok());
    for (name, size, embeds, is_page, gzip) in CASES {
        if only.is_some_and(|only| only != name) {
            continue;
        }
        let body = page(*size, *embeds, *gzip);
        let mut service = service(body.clone(), *is_page, *gzip);
        if let Some(requests) = requests {
            // The first requests fill what is kept for all.
            for _ in 0..WARM_UP / 10 {
                ask(&mut service, *gzip);
            }
            for _ in 0..requests {
                counted(&mut service, *gzip);
            }
            continue;
        }
        let answer = (0..WARM_UP).fold(0, |_, _| ask(&mut service, *gzip));
        let batch = || {
            let start = Instant::now();
            for _ in 0..BATCH {
                ask(&mut service, *gzip);
            }
            start.elapsed().as_secs_f64() * 1e6 / BATCH as f64
        };
        // The best batch: on a busy machine the others measure its neighbours.
        let each = std::iter::repeat_with(batch)
            .take(BATCHES)
            .fold(f64::MAX, f64::min);
        println!(
            "{name:12} {:7} bytes in, {answer:7} out, {each:8.1} µs",
            body.len()
        );
    }
}
