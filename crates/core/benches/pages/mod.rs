//! Pages like those of news sites, the same in every run.
//!
//! Real ones have about 107 KB and a start tag every 245 bytes (median of 130): much of them is
//! inline script, style and data; the rest is lists of teasers with many classes and attributes.

/// A generator of numbers that look random (Numerical Recipes' constants).
struct Dice(u32);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % limit
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

const WORDS: &[&str] = &[
    "valley", "dam", "council", "water", "the", "of", "and", "after", "météo", "snow", "road",
    "said", "mayor", "people", "three", "hundred", "village", "bridge", "reopened", "Thursday",
    "spring", "a", "in", "to", "for", "with", "Orvane",
];

const CLASSES: &[&str] = &[
    "teaser",
    "teaser--wide",
    "grid__item",
    "u-hidden-mobile",
    "card",
    "card__title",
    "article-list__entry",
    "js-track",
    "has-image",
    "is-premium",
    "l-col-4",
    "mt-2",
    "text-sm",
    "flex",
    "items-center",
    "md:grid-cols-3",
];

/// About 5 MB of pages.
pub(crate) fn corpus() -> Vec<Vec<u8>> {
    (0..50)
        .map(|number| page(&mut Dice(number * 7919 + 17)).into_bytes())
        .collect()
}

fn page(dice: &mut Dice) -> String {
    let mut html = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\" class=\"no-js\">\n<head>\n<meta charset=\"utf-8\">\n",
    );
    head(dice, &mut html);
    html.push_str("</head>\n<body class=\"page page--article\" data-section=\"region\">\n");
    navigation(dice, &mut html);
    for paragraph in 0..24 + dice.below(12) {
        article(dice, paragraph, &mut html);
    }
    for _ in 0..14 + dice.below(14) {
        teaser(dice, &mut html);
    }
    script(dice, 34_000, &mut html);
    html.push_str(
        "<footer class=\"footer\"><p>&copy; The Orvane News</p></footer>\n</body>\n</html>\n",
    );
    html
}

fn words(dice: &mut Dice, count: usize) -> String {
    (0..count)
        .map(|_| dice.pick(WORDS))
        .collect::<Vec<_>>()
        .join(" ")
}

fn classes(dice: &mut Dice) -> String {
    (0..1 + dice.below(4))
        .map(|_| dice.pick(CLASSES))
        .collect::<Vec<_>>()
        .join(" ")
}

fn head(dice: &mut Dice, html: &mut String) {
    html.push_str(&format!("<title>{}</title>\n", words(dice, 7)));
    for name in [
        "description",
        "og:title",
        "og:image",
        "twitter:card",
        "viewport",
        "theme-color",
        "robots",
        "author",
    ] {
        html.push_str(&format!(
            "<meta name=\"{name}\" content=\"https://news.example/{}\">\n",
            words(dice, 9)
        ));
    }
    for number in 0..6 {
        html.push_str(&format!(
            "<link rel=\"stylesheet\" href=\"/assets/css/part-{number}.css?v=8f2c{number}\">\n"
        ));
        html.push_str(&format!(
            "<link rel=\"preconnect\" href=\"https://cdn{number}.example\" crossorigin>\n"
        ));
        html.push_str(&format!(
            "<script async src=\"https://tags.example/lib/{number}.js\"></script>\n"
        ));
    }
    html.push_str("<style>\n");
    for number in 0..160 {
        html.push_str(&format!(".{}-{number}{{display:flex;margin:0 {number}px;background:url(/img/{number}.svg) no-repeat}}\n", dice.pick(CLASSES)));
    }
    html.push_str("</style>\n<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"}</script>\n");
    script(dice, 22_000, html);
}

fn script(dice: &mut Dice, length: usize, html: &mut String) {
    html.push_str("<script>\nwindow.__STATE__ = {");
    let end = html.len() + length;
    while html.len() < end {
        let (key, id) = (dice.pick(WORDS), dice.below(99_999));
        html.push_str(&format!("\"{key}{id}\":{{\"id\":{id},\"url\":\"https:\\/\\/news.example\\/a\\/{id}\",\"t\":\"{key} \\u003cb>{id}\"}},"));
    }
    html.push_str(
        "\"end\":1};\nfor (var i = 0; i < 10; i++) { if (a < b) { q.push(i); } }\n</script>\n",
    );
}

fn navigation(dice: &mut Dice, html: &mut String) {
    html.push_str("<header class=\"header\"><nav aria-label=\"Main\"><ul class=\"nav\">\n");
    for number in 0..45 {
        html.push_str(&format!(
            "<li class=\"nav__item {}\"><a class=\"nav__link\" href=\"/{}/{number}/\" data-track=\"nav|{number}\">{}</a></li>\n",
            classes(dice), dice.pick(WORDS), words(dice, 2),
        ));
    }
    html.push_str("</ul></nav></header>\n<main>\n<article class=\"article\"><h1 class=\"article__title\">The dam</h1>\n");
}

fn article(dice: &mut Dice, paragraph: usize, html: &mut String) {
    html.push_str(&format!(
        "<p class=\"article__text\">{}</p>\n",
        words(dice, 80)
    ));
    match paragraph {
        4 => html.push_str("<figure><iframe width=\"560\" height=\"315\" src=\"https://player.video.example/embed/42?rel=0\" title=\"The dam\" allowfullscreen></iframe></figure>\n"),
        9 => html.push_str("<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">Snow again</p>&mdash; Orvane <a href=\"https://twitter.com/orvane/status/1\">May 1</a></blockquote> <script async src=\"https://platform.twitter.com/widgets.js\" charset=\"utf-8\"></script>\n"),
        12 => html.push_str("<h2>What comes next</h2>\n<ul><li>One</li><li>Two</li></ul>\n"),
        _ => {}
    }
}

fn teaser(dice: &mut Dice, html: &mut String) {
    let id = dice.below(99_999);
    html.push_str(&format!(
        "<div class=\"{}\" data-id=\"{id}\" style=\"--ratio:1.5\"><a class=\"{}\" href=\"/article/{id}/{}\" data-tracking='{{\"id\":{id},\"pos\":3}}'>\
         <picture><source srcset=\"/img/{id}-320.webp 320w, /img/{id}-640.webp 640w\" type=\"image/webp\">\
         <img class=\"lazy\" src=\"/img/{id}-320.jpg\" srcset=\"/img/{id}-320.jpg 320w, /img/{id}-640.jpg 640w\" sizes=\"(max-width: 600px) 100vw, 33vw\" alt=\"{}\" width=\"320\" height=\"213\" loading=\"lazy\"></picture>\
         <h3 class=\"card__title\"><span class=\"kicker\">{}</span> {}</h3></a>\n<p class=\"card__text\">{}</p>\
         <svg class=\"icon\" width=\"16\" height=\"16\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z\"></path></svg>\
         <time datetime=\"2026-11-21T08:00:00+01:00\">21 November</time></div>\n",
        classes(dice), classes(dice), dice.pick(WORDS), words(dice, 5), words(dice, 1), words(dice, 8), words(dice, 30),
    ));
}
