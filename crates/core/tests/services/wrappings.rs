//! What content management systems and plugins make of an iframe, and what only looks like it.

use super::{Case, keys, rewrite};
use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Content;

/// A case's only iframe.
struct Frame<'m> {
    before: &'m str,
    element: &'m str,
    after: &'m str,
}

impl<'m> Frame<'m> {
    /// `None` if a case has none, several, or one without an address of its own.
    fn of(markup: &'m str) -> Option<Frame<'m>> {
        let start = markup.find("<iframe ")?;
        let end = start + markup[start..].find("</iframe>")? + "</iframe>".len();
        let frame = Frame {
            before: &markup[..start],
            element: &markup[start..end],
            after: &markup[end..],
        };
        let single = !frame.after.contains("<iframe") && !frame.before.contains("noscript");
        let address = frame.address()?;
        let external = address.starts_with("http") || address.starts_with("//");
        (single && external && !frame.element.contains(" data-src=")).then_some(frame)
    }

    fn address(&self) -> Option<&'m str> {
        self.element.split(" src=\"").nth(1)?.split('"').next()
    }

    /// The iframe with another address.
    fn leading_to(&self, address: &str) -> String {
        let own = format!(" src=\"{}\"", self.address().unwrap());
        self.element
            .replacen(&own, &format!(" src=\"{address}\""), 1)
    }

    fn host(&self) -> &'m str {
        let rest = self.address().unwrap().split("//").nth(1).unwrap();
        rest.split(['/', '?', '#', ':']).next().unwrap()
    }

    /// The address after its host.
    fn path(&self) -> &'m str {
        let address = self.address().unwrap();
        let start = address.find(self.host()).unwrap() + self.host().len();
        &address[start..]
    }
}

/// What content management systems put around markup.
fn blocks(markup: &str) -> Vec<(&'static str, String)> {
    let around = |(system, before, after)| (system, format!("{before}{markup}{after}"));
    [
        (
            "WordPress block",
            "<figure class=\"wp-block-embed is-type-rich\"><div class=\"wp-block-embed__wrapper\">\n",
            "\n</div><figcaption class=\"wp-element-caption\">In the valley</figcaption></figure>",
        ),
        (
            "Drupal media",
            "<article class=\"media media--type-remote-video\"><div class=\"field field--name-field-media-oembed-video \
             field--label-hidden field__item\">",
            "</div></article>",
        ),
        (
            "TYPO3",
            "<figure class=\"video\"><div class=\"video-embed\">",
            "</div><figcaption class=\"video-caption\">In the valley</figcaption></figure>",
        ),
        (
            "Hugo shortcode",
            "<div style=\"position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;\">\n      ",
            "\n    </div>",
        ),
    ]
    .into_iter()
    .map(around)
    .collect()
}

/// The ways in which an iframe reaches a page.
fn wrappings(frame: &Frame<'_>) -> Vec<(&'static str, String)> {
    let iframe = frame.element;
    let lazy =
        |name: &str| iframe.replacen(" src=\"", &format!(" src=\"about:blank\" {name}=\""), 1);
    let unsourced = |name: &str| iframe.replacen(" src=\"", &format!(" {name}=\""), 1);
    let capitals = iframe.replacen("<iframe ", "<IFRAME ", 1);
    let native = iframe.replacen("<iframe ", "<iframe loading=\"lazy\" ", 1);
    let mut all = blocks(iframe);
    all.extend([
        ("WordPress classic editor", format!("<p>{iframe}</p>")),
        ("lazysizes", lazy("data-src")),
        ("lazy loading without a placeholder", unsourced("data-src")),
        ("LiteSpeed", lazy("data-litespeed-src")),
        (
            "WP Rocket",
            format!("{}<noscript>{iframe}</noscript>", lazy("data-lazy-src")),
        ),
        ("native lazy loading", native),
        ("capital letters", capitals.replacen(" src=", " SRC=", 1)),
    ]);
    all
}

/// What readers see of the page's notices, and what their frames would hold.
fn notices(markup: &str) -> Vec<String> {
    let (html, _) = rewrite(markup);
    let notice = |notice: &str| {
        let token = between(notice, "data-jalousie-frame=\"/_jalousie/frame/", "\"");
        let content: Option<Content> = token.map(|token| keys().verify(token).unwrap());
        let (service, words, link) = (
            between(notice, "data-service=\"", "\""),
            between(
                notice,
                "class=\"jalousie-words\" lang=\"\" dir=\"auto\">",
                "</",
            ),
            between(notice, "class=\"jalousie-link\"><a href=\"", "\""),
        );
        format!("{service:?} {words:?} {link:?} {content:?}")
    };
    let figures = html.split("<figure class=\"jalousie\"").skip(1);
    figures.map(notice).collect()
}

/// A case's service, its iframe and the notice that it becomes, where an iframe is what it is about.
fn shown(case: &Case) -> Option<(&str, Frame<'_>, Vec<String>)> {
    let service = case.text("service")?;
    let frame = Frame::of(case.markup())?;
    let bare = notices(frame.element);
    (bare.len() == 1).then_some((service, frame, bare))
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    text.split(start).nth(1)?.split(end).next()
}

#[test]
fn a_wrapped_iframe_is_the_same_embed() {
    let mut different = Vec::new();
    let mut tried = 0;
    for case in Case::all() {
        let Some((_, frame, bare)) = shown(&case) else {
            continue;
        };
        for (wrapping, markup) in wrappings(&frame) {
            tried += 1;
            let wrapped = notices(&markup);
            if wrapped != bare || wrapped.len() != 1 {
                different.push(format!(
                    "{} in {wrapping}:\n{bare:?}\n{wrapped:?}",
                    case.place
                ));
            }
        }
    }
    assert!(tried > 2000, "only {tried}");
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}

#[test]
fn wrapped_markup_holds_the_same_embeds() {
    let mut different = Vec::new();
    for case in Case::all() {
        let bare = notices(case.markup());
        for (wrapping, markup) in blocks(case.markup()) {
            let wrapped = notices(&markup);
            if wrapped != bare {
                different.push(format!(
                    "{} in {wrapping}:\n{bare:?}\n{wrapped:?}",
                    case.place
                ));
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n\n"));
}

#[test]
fn what_only_looks_like_an_embed_is_none() {
    let catalogue = Catalogue::embedded().unwrap();
    let anywhere = |service: &str| {
        let shapes = catalogue.service(service).unwrap().embeds.iter();
        shapes
            .flat_map(|shape| &shape.urls)
            .any(|url| url.to_string().starts_with("{host}"))
    };
    let mut mistaken = Vec::new();
    for case in Case::all() {
        let Some((service, frame, _)) = shown(&case) else {
            continue;
        };
        let link = format!("<p><a href=\"{}\">There</a></p>", frame.address().unwrap());
        let own = frame.leading_to(&format!("/{}", frame.path().trim_start_matches('/')));
        for markup in [link, own] {
            if !notices(&markup).is_empty() {
                mistaken.push(format!("{}: {markup}", case.place));
            }
        }
        if anywhere(service) {
            continue;
        }
        let labels: Vec<&str> = frame.host().split('.').collect();
        let domain = labels[labels.len().saturating_sub(2)..].join(".");
        for host in [
            format!("{}.example.net", frame.host()),
            format!("evil-{domain}"),
            format!("{}-{domain}", labels[0]),
        ] {
            let markup = frame.leading_to(&format!("https://{host}{}", frame.path()));
            let found = notices(&markup);
            if found.len() != 1 || !found[0].starts_with("Some(\"unclassified\")") {
                mistaken.push(format!("{}: {markup}\n{found:?}", case.place));
            }
        }
    }
    assert!(mistaken.is_empty(), "{}", mistaken.join("\n\n"));
}
