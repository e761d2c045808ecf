use super::*;
use crate::policy::page_policy;
use crate::rewrite::{Page, Rewriter};
use std::sync::Arc;

const AGREED: &str = "v1.analytics:1";

fn site(used: &[&str]) -> Site {
    Site {
        in_page: vec!["analytics".into(), "advertising".into()],
        services_used: used.iter().map(ToString::to_string).collect(),
        ..Site::for_tests()
    }
}

fn open_to(site: &Site, cookie: &str) -> Vec<String> {
    let consent = Consent::parse(cookie, &site.terms(), crate::consent::Day(20_000));
    let state = site.state(&consent);
    state.categories().map(str::to_owned).collect()
}

fn rewritten(site: Site, html: &str) -> String {
    let page = Page::new("https://news.example/a".parse().unwrap());
    let (mut out, mut rewriter) = (Vec::new(), Rewriter::new(Arc::new(site), page));
    rewriter.push(html.as_bytes(), &mut out).unwrap();
    rewriter.finish(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn opened(site: &Site, cookie: &str) -> Site {
    let consent = Consent::parse(cookie, &site.terms(), crate::consent::Day(20_000));
    site.in_state(&site.state(&consent))
}

#[test]
fn a_category_is_open_if_all_of_it_that_the_site_uses_is_agreed_to() {
    let all = site(&[]);
    for (cookie, open) in [
        ("", &[][..]),
        (AGREED, &["analytics"]),
        (
            "v1.analytics:1.advertising:1",
            &["analytics", "advertising"],
        ),
        // Not configured, refused, refused in part, or broken.
        ("v1.video:1.technical:1.unclassified:1", &[]),
        ("v1.analytics:0", &[]),
        ("v1.analytics:1.@matomo:0", &[]),
        ("v1.@matomo:1", &[]),
        ("v1.analytics:1.", &[]),
        ("v2.analytics:1:19990:abcd", &[]),
    ] {
        assert_eq!(open_to(&all, cookie), open, "{cookie}");
    }
    let two = site(&["matomo", "plausible", "vimeo"]);
    for (cookie, open) in [
        ("v1.@matomo:1", &[][..]),
        ("v1.@matomo:1.@plausible:1", &["analytics"]),
        ("v1.analytics:0.@matomo:1.@plausible:1", &["analytics"]),
        ("v1.analytics:1.@google-analytics:0", &["analytics"]),
        // Nothing of it is used, so nobody was told of it.
        ("v1.advertising:1", &[]),
    ] {
        assert_eq!(open_to(&two, cookie), open, "{cookie}");
    }
    assert!(open_to(&Site::for_tests(), AGREED).is_empty());
}

#[test]
fn a_state_names_its_categories_and_the_terms_they_were_agreed_to_under() {
    let site = site(&[]);
    let consent = Consent::parse(AGREED, &site.terms(), crate::consent::Day(1));
    let state = site.state(&consent).to_string();
    let fingerprint = site.terms().fingerprints[&Subject::Category("analytics".into())];
    assert_eq!(state, format!("analytics:{fingerprint}"));
    assert_eq!(State::default().to_string(), "none");
}

#[test]
fn what_is_open_stays_in_the_page_and_nothing_else_does() {
    let html = "<html lang=en><head>\
        <script async src=\"https://www.google-analytics.com/analytics.js\"></script>\
        <link rel=preconnect href=\"https://www.google-analytics.com\">\
        <img src=\"//www.google-analytics.com/collect?v=1\">\
        <script src=\"https://securepubads.g.doubleclick.net/tag/js/gpt.js\"></script>\
        <script src=\"https://unknown.example/x.js\"></script>\
        <iframe src=\"https://player.vimeo.com/video/1\"></iframe>";
    let site = site(&[]);
    let closed = rewritten(opened(&site, ""), html);
    assert_eq!(closed, rewritten(Site::for_tests(), html));
    assert_eq!(closed.matches("data-jalousie=\"resource\"").count(), 5);
    let open = rewritten(opened(&site, AGREED), html);
    assert_eq!(
        open.matches("data-jalousie=\"resource\"").count(),
        2,
        "{open}"
    );
    assert_eq!(open.matches("data-jalousie=\"embed\"").count(), 1);
    let own = html.split("<script src").next().unwrap();
    assert!(open.starts_with(own), "{open}");
}

#[test]
fn the_policy_admits_the_services_that_are_open_and_no_others() {
    let page = Url::parse("https://news.example/a").unwrap();
    let site = site(&["google-analytics", "meta-pixel", "matomo"]);
    let before = page_policy(&site, &page);
    assert_eq!(before, page_policy(&Site::for_tests(), &page));
    let policy = page_policy(&opened(&site, AGREED), &page);
    let admits = |source: &str| policy.split([' ', ';']).any(|word| word == source);
    assert!(admits("*.google-analytics.com") && admits("stats.g.doubleclick.net"));
    assert!(!policy.contains("facebook"), "{policy}");
    assert!(!policy.contains("plausible"), "not used here: {policy}");
    let both = page_policy(&opened(&site, "v1.analytics:1.advertising:1"), &page);
    assert!(both.contains(" www.facebook.com/tr "), "{both}");
    assert!(both.contains(" connect.facebook.net/signals/"), "{both}");
}

#[test]
fn what_readers_see_of_an_open_service_keeps_its_notice() {
    let site = Site {
        in_page: vec!["technical".into()],
        ..site(&[])
    };
    let plain = "<iframe src=\"https://widget.trustpilot.com/help\"></iframe>";
    let known = "<iframe src=\"https://widget.trustpilot.com/trustboxes/5/index.html\"></iframe>";
    let open = rewritten(opened(&site, "v1.technical:1"), &format!("{plain}{known}"));
    let notice = "data-jalousie=\"embed\" data-service=\"trustpilot\"";
    assert!(
        open.starts_with(plain) && open.matches(notice).count() == 1,
        "{open}"
    );
}
