//! How the catalogue grows: 100, 1,000 and 10,000 services side by side.
//!
//! ```text
//! cargo bench -p jalousie-core --bench catalogue
//! ```
//!
//! Per page: the same pages, the catalogues in turns, the best of several rounds. Start-up: from the
//! compiled form, as the program does, and from files, as for a publisher's own services.
//! Memory: resident, per service.

mod pages;

use jalousie_core::catalogue::{Catalogue, Layer, Source};
use jalousie_core::frame::Keys;
use jalousie_core::rewrite::{Page, Rewriter};
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const ROUNDS: usize = 15;

fn main() {
    // A start happens in a process of its own: memory that others have left behind is another matter.
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == "start") {
        return start(&arguments[at + 1]);
    }
    let pages = pages::corpus();
    let mut sites = Vec::new();
    println!(
        "{:>8} {:>15} {:>12} {:>16} {:>12}",
        "services", "compiled bytes", "start-up ms", "bytes a service", "files ms"
    );
    for size in SIZES {
        let files = files(size);
        let (from_files, catalogue) = timed(|| load(&files));
        let compiled = catalogue.compile().expect("bytes");
        let starts = (0..5).map(|_| started(&compiled)).min();
        let (microseconds, held) = starts.expect("a start");
        println!(
            "{size:8} {:15} {:12.2} {:16} {:12.1}",
            compiled.len(),
            microseconds as f64 / 1e3,
            held / size,
            from_files.as_secs_f64() * 1e3,
        );
        let keys = Keys::new(vec![[7; 32]]).expect("a key");
        sites.push(Arc::new(Site::new(
            keys,
            Arc::new(catalogue),
            Texts::embedded(),
        )));
    }
    let best = measure(&sites, &pages);
    println!(
        "{:>8} {:>15} {:>15}",
        "services", "µs per page", "x the first"
    );
    for (size, time) in SIZES.iter().zip(&best) {
        println!(
            "{size:8} {:15.1} {:15.3}",
            time.as_secs_f64() * 1e6 / pages.len() as f64,
            time.as_secs_f64() / best[0].as_secs_f64()
        );
    }
}

/// What a process needs to load the catalogue: microseconds, and bytes of memory.
fn started(compiled: &[u8]) -> (u64, usize) {
    let file = std::env::temp_dir().join(format!("jalousie-bench-{}", std::process::id()));
    std::fs::write(&file, compiled).expect("a file");
    let output = std::process::Command::new(std::env::current_exe().expect("this program"))
        .arg("start")
        .arg(&file)
        .output()
        .expect("a process");
    let _ = std::fs::remove_file(&file);
    let text = String::from_utf8(output.stdout).expect("figures");
    let (time, held) = text.trim().split_once(' ').expect("two figures");
    (time.parse().expect("a time"), held.parse().expect("a size"))
}

fn start(file: &str) {
    let compiled = std::fs::read(file).expect("the compiled catalogue");
    let before = resident();
    let (time, catalogue) = timed(|| Catalogue::from_compiled(&compiled).expect("a catalogue"));
    println!("{} {}", time.as_micros(), resident() - before);
    black_box(catalogue);
}

/// The time that this thread was at work, so that others on the machine do not count.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = worked();
    let result = work();
    (worked() - start, result)
}

fn worked() -> Duration {
    let nanoseconds = std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok());
    Duration::from_nanos(nanoseconds.expect("Linux to say how long a thread has worked"))
}

/// The best time of each site for all pages. They take turns, so that a busy moment hits all.
fn measure(sites: &[Arc<Site>], pages: &[Vec<u8>]) -> Vec<Duration> {
    let mut best = vec![Duration::MAX; sites.len()];
    let mut out = Vec::with_capacity(1 << 20);
    for _ in 0..ROUNDS {
        for (site, best) in sites.iter().zip(&mut best) {
            let start = Instant::now();
            for page in pages {
                out.clear();
                rewrite(site, black_box(page), &mut out);
                black_box(&out);
            }
            *best = start.elapsed().min(*best);
        }
    }
    best
}

fn rewrite(site: &Arc<Site>, page: &[u8], out: &mut Vec<u8>) {
    let url = "https://news.example/valley/dam".parse().expect("a URL");
    let page_of = Page {
        charset: Some(encoding_rs::UTF_8),
        ..Page::new(url)
    };
    let mut rewriter = Rewriter::new(site.clone(), page_of);
    rewriter.push(page, out).expect("HTML");
    rewriter.finish(out).expect("HTML");
}

/// Entries like those of the catalogue: two thirds players by address, one third posts by class.
fn files(count: usize) -> Vec<(String, String)> {
    (0..count)
        .map(|number| {
            let mut text = format!(
                r#"schema = 1
id = "vendor-{number}"
name = "Vendor {number}"
category = "video"
entity = "Vendor {number} Limited"
controller = "Vendor {number} Europe Limited"
country = "US"
privacy = "https://vendor{number}.example/privacy"
data = ["ip-address", "device", "page-address", "interactions"]
source = "https://vendor{number}.example/developers"
reviewed = 2026-11-21
unverified = ["controller", "data"]
[resources]
hosts = ["vendor{number}.example", "*.vendor{number}.example", "vendor{number}-cdn.example"]
[[storage]]
name = "visitor"
kind = "cookie"
duration = "180 days"
"#
            );
            if number % 3 == 0 {
                text.push_str(&format!(
                    r#"
[[embed]]
elements = ["blockquote", "div"]
class = "vendor{number}-post"
link = "https://www.vendor{number}.example/posts/{{id}}"
[[embed.captures]]
from = "link"
urls = ["www.vendor{number}.example/posts/{{id}}", "vendor{number}.example/p/{{id}}"]
[frame]
kind = "script"
html = "<blockquote class='vendor{number}-post'{{attributes}}><a href='https://www.vendor{number}.example/posts/{{id}}'></a></blockquote>"
keep = ["data-lang"]
scripts = ["https://platform.vendor{number}.example/embed.js"]
hosts = ["*.vendor{number}.example"]
min_height = 400
"#
                ));
            } else {
                text.push_str(&format!(
                    r#"
[[embed]]
elements = ["iframe"]
urls = ["player.vendor{number}.example/embed/{{id}}", "www.vendor{number}.example/embed/video/{{id}}", "vendor{number}.example/e/{{id}}?list={{list}}"]
link = "https://www.vendor{number}.example/watch/{{id}}"
[frame]
kind = "iframe"
hosts = ["player.vendor{number}.example", "www.vendor{number}.example", "vendor{number}.example"]
aspect_ratio = "16/9"
allow = ["fullscreen", "encrypted-media"]
"#
                ));
            }
            (format!("services/vendor-{number}.toml"), text)
        })
        .collect()
}

fn load(files: &[(String, String)]) -> Catalogue {
    let layer = Layer {
        services: files
            .iter()
            .map(|(name, text)| Source { name, text })
            .collect(),
        categories: Layer::embedded().categories,
        ..Layer::default()
    };
    match Catalogue::load(&[layer]) {
        Ok(catalogue) => catalogue,
        Err(found) => panic!("{found}"),
    }
}

/// Memory of this process that is in use, in bytes; 0 where the system does not say.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm")
        .ok()
        .and_then(|text| text.split(' ').nth(1)?.parse::<usize>().ok());
    pages.unwrap_or_default() * 4096
}
