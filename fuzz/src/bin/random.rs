//! The same checks on random input, for machines without cargo-fuzz: `random SECONDS`.

use std::time::{Duration, Instant};

/// What the inputs are made of, beside any bytes.
const PIECES: &[&str] = &[
    "<img src=//e.example>",
    "<iframe src=//e.example>",
    "</iframe>",
    "<script src=//e.example>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "--!>",
    "<svg>",
    "</svg>",
    "<style>",
    "</style>",
    "<math>",
    "<mi>",
    "<desc>",
    "<title>",
    "</title>",
    "<noscript>",
    "</noscript>",
    "<select>",
    "</select>",
    "<template>",
    "</template>",
    "<col>",
    "<table>",
    "<td>",
    "<p>",
    "<div id=disqus_thread>",
    "</div>",
    "<blockquote class=twitter-tweet>",
    "</blockquote>",
    "<a title=\"",
    "\"",
    "'",
    ">",
    "<",
    "</",
    "/",
    "=",
    " ",
    "\n",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!",
    "<?xml-stylesheet href='//e.example'?>",
    "&amp;",
    "&#47;",
    "<iframe srcdoc='<img src=//e.example>'>",
    "<base href=//e.example>",
    "<object data=//e.example>",
    "</object>",
    "<video src=//e.example>",
    "</video>",
    "<meta charset=utf-8>",
    "<meta charset=iso-2022-jp>",
    "\u{1b}$B",
    "\u{1b}(B",
    "é",
    "\0",
    "v1.video:1",
    ".@a:0",
    "https://",
    "{id}",
    "*.",
    "**",
    "?a={b}",
    "a.example/",
    "<h:style xmlns:h='a'>",
    "<!DOCTYPE html",
    "<style>@import '//e.example';",
    "<p style='a:url(//e.example)'>",
    "<frameset>",
    "<frame src=//e.example>",
    "<textarea>",
];

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn input(&mut self) -> Vec<u8> {
        let mut input = vec![self.below(256) as u8, self.below(4) as u8];
        for _ in 0..self.below(24) {
            match self.below(8) {
                0 => input.push(self.below(256) as u8),
                _ => input.extend_from_slice(PIECES[self.below(PIECES.len())].as_bytes()),
            }
        }
        input
    }
}

fn main() {
    let seconds = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(60);
    let seed = std::env::args()
        .nth(2)
        .and_then(|text| text.parse().ok())
        .unwrap_or(1);
    let (start, mut dice, mut count) = (Instant::now(), Dice(seed), 0u64);
    while start.elapsed() < Duration::from_secs(seconds) {
        let input = dice.input();
        let run = std::panic::catch_unwind(|| {
            jalousie_fuzz::rewrite(&input);
            jalousie_fuzz::cookie(&input[2..]);
            jalousie_fuzz::token(&input[2..]);
            jalousie_fuzz::pattern(&input[2..]);
        });
        if run.is_err() {
            eprintln!("input: {:?}", String::from_utf8_lossy(&input));
            std::process::exit(1);
        }
        count += 1;
    }
    println!("{count} inputs, nothing found");
}
