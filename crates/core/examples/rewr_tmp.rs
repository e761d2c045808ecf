use jalousie_core::{catalogue::Catalogue, frame::Keys, rewrite::{Page, Rewriter}, site::Site, texts::Texts};
use std::{sync::Arc, time::Instant};
fn main() {
    let site = Arc::new(Site::new(Keys::new(vec![[7; 32]]).unwrap(), Catalogue::embedded().unwrap(), Texts::embedded()));
    let cases: Vec<(&str, String)> = vec![
        ("empty", String::new()),
        ("iframe x1", "<iframe src=https://player.video.example/embed/42 title=x></iframe>".into()),
        ("iframe x10", "<iframe src=https://player.video.example/embed/42 title=x></iframe>".repeat(10)),
        ("ext script x100", "<script async src=\"https://tags.example/lib/1.js\"></script>\n".repeat(100)),
        ("preconnect x100", "<link rel=\"preconnect\" href=\"https://cdn.example\" crossorigin>\n".repeat(100)),
        ("own link x100", "<link rel=\"stylesheet\" href=\"/assets/a.css?v=8\">\n".repeat(100)),
        ("a x1000", "<a class=\"nav__link\" href=\"/a/b/\" data-track=\"nav|4\">words here</a>\n".repeat(1000)),
        ("div x1000", "<div class=\"card grid__item has-image\" data-id=\"4\" style=\"--ratio:1.5\">words here</div>\n".repeat(1000)),
        ("img x1000", "<img class=\"lazy\" src=\"/img/4-320.jpg\" srcset=\"/img/4-320.jpg 320w, /img/4-640.jpg 640w\" alt=\"a b\" width=\"320\" height=\"213\">\n".repeat(1000)),
        ("p x1000", "<p>words here</p>\n".repeat(1000)),
        ("svg x1000", "<svg class=\"icon\" width=\"16\"><path d=\"M8 1a7 7\"></path></svg>".repeat(1000)),
    ];
    for (name, html) in cases.into_iter().filter(|c| std::env::args().nth(1).is_none_or(|n| c.0.starts_with(&n))) { let rounds = if std::env::args().nth(1).is_some() { 300 } else { 30 };
        let mut best = f64::MAX; let mut out = Vec::new();
        for _ in 0..rounds {
            let start = Instant::now();
            for _ in 0..20 {
                out.clear();
                let url = "https://news.example/valley/dam".parse().unwrap();
                let mut r = Rewriter::new(site.clone(), Page { charset: Some(encoding_rs::UTF_8), ..Page::new(url) });
                for c in html.as_bytes().chunks(16384) { r.push(c, &mut out).unwrap(); }
                r.finish(&mut out).unwrap();
            }
            best = best.min(start.elapsed().as_secs_f64() / 20.0);
        }
        println!("{name:20} {:8.2} us  {:6.0} MB/s", best * 1e6, html.len() as f64 / best / 1e6);
    }
}
