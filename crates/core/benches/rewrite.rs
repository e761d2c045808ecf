//! How fast the rewriter is: against copying, and against a bare lol_html rewriter with the same selection.
//!
//! ```text
//! cargo bench -p jalousie-core --bench rewrite
//! ```
//!
//! All contestants read the same generated pages in the same run, in turns, in
//! chunks of 16 KiB; the best of several rounds counts. Ratios travel between
//! machines, megabytes per second do not.

mod pages;

use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Keys;
use jalousie_core::rewrite::{Page, Rewriter};
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use std::collections::HashSet;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

const CHUNK: usize = 16 * 1024;
const ROUNDS: usize = 15;

/// Rewrites one page into the buffer.
type Contestant<'a> = (&'a str, Box<dyn Fn(&[u8], &mut Vec<u8>) + 'a>);

fn main() {
    let pages = pages::corpus();
    let bytes: usize = pages.iter().map(Vec::len).sum();
    let tags: usize = pages
        .iter()
        .map(|page| {
            page.windows(2)
                .filter(|w| w[0] == b'<' && w[1].is_ascii_alphabetic())
                .count()
        })
        .sum();
    println!(
        "{} pages, {:.1} MB, {tags} start tags, {} bytes a tag",
        pages.len(),
        bytes as f64 / 1e6,
        bytes / tags.max(1)
    );
    let keys = Keys::new(vec![[7; 32]]).expect("a key");
    let site = Arc::new(Site::new(
        keys,
        Catalogue::embedded().expect("the catalogue"),
        Texts::embedded(),
    ));
    let hosts = known_hosts();
    // Parsed once: per page it would cost lol_html a few microseconds more.
    let selectors: Vec<lol_html::Selector> = SELECTION
        .iter()
        .map(|(name, _)| name.parse().expect("a selector"))
        .collect();
    let style: lol_html::Selector = "[style]".parse().expect("a selector");
    let contestants: Vec<Contestant<'_>> = vec![
        ("memcpy", Box::new(copy)),
        (
            "lol_html, no handlers",
            Box::new(|page, out| with_lol_html(page, out, Vec::new())),
        ),
        (
            "lol_html, the job",
            Box::new(|page, out| with_lol_html(page, out, job(&selectors, &hosts))),
        ),
        (
            "lol_html, and [style]",
            Box::new(|page, out| {
                with_lol_html(page, out, job_with_styles(&selectors, &style, &hosts))
            }),
        ),
        (
            "jalousie",
            Box::new(|page, out| with_jalousie(&site, page, out)),
        ),
    ];
    let best = measure(&contestants, &pages);
    let speed = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{:24} {:>9} {:>10} {:>16}",
        "", "MB/s", "x memcpy", "x lol_html job"
    );
    for ((name, _), time) in contestants.iter().zip(&best) {
        let ratio = |to: usize| best[to].as_secs_f64() / time.as_secs_f64();
        println!(
            "{name:24} {:9.0} {:10.4} {:16.2}",
            speed(*time),
            ratio(0),
            ratio(2)
        );
    }
}

/// The best time of each contestant for all pages. They take turns, so that a busy moment hits all.
fn measure(contestants: &[Contestant<'_>], pages: &[Vec<u8>]) -> Vec<Duration> {
    let mut best = vec![Duration::MAX; contestants.len()];
    let mut out = Vec::with_capacity(1 << 20);
    for _ in 0..ROUNDS {
        for ((_, run), best) in contestants.iter().zip(&mut best) {
            let start = Instant::now();
            for page in pages {
                out.clear();
                run(black_box(page), &mut out);
                black_box(&out);
            }
            *best = start.elapsed().min(*best);
        }
    }
    best
}

fn copy(page: &[u8], out: &mut Vec<u8>) {
    page.chunks(CHUNK)
        .for_each(|chunk| out.extend_from_slice(chunk));
}

fn with_jalousie(site: &Arc<Site>, page: &[u8], out: &mut Vec<u8>) {
    let url = "https://news.example/valley/dam"
        .parse()
        .expect("an address");
    let mut rewriter = Rewriter::new(
        site.clone(),
        Page {
            charset: Some(encoding_rs::UTF_8),
            ..Page::new(url)
        },
    );
    for chunk in page.chunks(CHUNK) {
        rewriter.push(chunk, out).expect("HTML");
    }
    rewriter.finish(out).expect("HTML");
}

type Handlers<'h> = Vec<(
    std::borrow::Cow<'h, lol_html::Selector>,
    lol_html::ElementContentHandlers<'h>,
)>;

fn with_lol_html(page: &[u8], out: &mut Vec<u8>, handlers: Handlers<'_>) {
    let settings = handlers.into_iter().fold(
        lol_html::Settings::new().with_strict(false),
        |settings, handler| settings.append_element_content_handler(handler),
    );
    let mut rewriter =
        lol_html::HtmlRewriter::new(settings, |bytes: &[u8]| out.extend_from_slice(bytes));
    for chunk in page.chunks(CHUNK) {
        rewriter.write(chunk).expect("HTML");
    }
    rewriter.end().expect("HTML");
}

/// The elements that may be external, and where they say so.
const SELECTION: &[(&str, &[&str])] = &[
    ("iframe", &["src", "data-src"]),
    ("script", &["src"]),
    ("link", &["href"]),
    ("img", &["src", "srcset", "data-src"]),
    ("source", &["src", "srcset"]),
    ("video", &["src", "poster"]),
    ("audio", &["src"]),
    ("embed", &["src"]),
    ("object", &["data"]),
    ("input", &["src"]),
    ("a", &["ping"]),
    ("meta", &["content"]),
    ("base", &["href"]),
    ("blockquote", &["class"]),
    ("div", &["class", "id"]),
    ("section", &["id"]),
];

const NOTICE: &str =
    "<figure><p>External content. To see it, allow it.</p><button>Show</button></figure>";

fn job<'h>(selectors: &'h [lol_html::Selector], hosts: &'h HashSet<String>) -> Handlers<'h> {
    let handler = move |names: &'static [&'static str]| {
        move |element: &mut lol_html::html_content::Element<'_, '_>| {
            let external = names.iter().any(|name| {
                element.get_attribute(name).is_some_and(|value| {
                    host_of(&value).is_some_and(|host| hosts.contains(host))
                        || hosts.contains(&value)
                })
            });
            if external {
                element.replace(NOTICE, lol_html::html_content::ContentType::Html);
            }
            Ok(())
        }
    };
    let pairs = selectors.iter().zip(SELECTION);
    pairs
        .map(|(selector, (_, attributes))| {
            let handlers = lol_html::ElementContentHandlers::default().element(handler(attributes));
            (std::borrow::Cow::Borrowed(selector), handlers)
        })
        .collect()
}

/// The same with `style` attributes, which our own selection includes.
fn job_with_styles<'h>(
    selectors: &'h [lol_html::Selector],
    style: &'h lol_html::Selector,
    hosts: &'h HashSet<String>,
) -> Handlers<'h> {
    let look = |element: &mut lol_html::html_content::Element<'_, '_>| {
        if element
            .get_attribute("style")
            .is_some_and(|css| css.contains("url("))
        {
            element.remove_attribute("style");
        }
        Ok(())
    };
    let mut handlers = job(selectors, hosts);
    handlers.push((
        std::borrow::Cow::Borrowed(style),
        lol_html::ElementContentHandlers::default().element(look),
    ));
    handlers
}

fn host_of(address: &str) -> Option<&str> {
    address
        .split_once("//")?
        .1
        .split(['/', '?', '#', ':'])
        .next()
}

/// As many hosts and marks as the catalogue has services, and then some.
fn known_hosts() -> HashSet<String> {
    let mut hosts: HashSet<String> = (0..42).map(|n| format!("host{n}.example")).collect();
    hosts.extend(["player.video.example", "tags.example", "twitter-tweet"].map(str::to_owned));
    hosts
}
