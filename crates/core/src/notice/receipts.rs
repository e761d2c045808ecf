//! The page of a reader's own receipts.

use super::{Html, PageContext};
use crate::consent::receipt::{Act, Choice, Receipt, Scope};

/// What the page has to show.
#[derive(Clone, Copy, Debug)]
pub enum OwnReceipts<'a> {
    /// The site keeps none.
    Off,
    /// They cannot be read now.
    Unavailable,
    /// These.
    Found {
        /// The newest first.
        receipts: &'a [Receipt],
        /// How many were erased just now.
        erased: Option<usize>,
    },
}

/// The reader's own receipts: to read, to download, to erase.
pub fn receipts_page(context: &PageContext<'_>, own: OwnReceipts<'_>) -> String {
    let mut html = context.open(&context.text("receipts-title"));
    match (own, context.site.receipt_days) {
        (OwnReceipts::Off, _) | (_, None) => context.paragraph(&mut html, "receipts-off"),
        (OwnReceipts::Unavailable, _) => context.paragraph(&mut html, "receipts-unavailable"),
        (OwnReceipts::Found { receipts, erased }, Some(days)) => {
            if let Some(count) = erased {
                html.markup("<p class=\"jalousie-status\" role=\"status\">");
                let count = count.to_string();
                html.text(
                    &context
                        .language
                        .format("receipts-erased", &[("count", &count)]),
                )
                .markup("</p>");
            }
            explained(context, days, &mut html);
            list(context, receipts, &mut html);
        }
    }
    html.markup("<p><a").attribute(
        "href",
        &format!("{}preferences?{}", context.site.prefix, context.query()),
    );
    html.markup(">")
        .text(&context.text("preferences"))
        .markup("</a></p>");
    context.close(html)
}

fn explained(context: &PageContext<'_>, days: u32, html: &mut Html) {
    context.paragraph(html, "receipts-intro");
    let cookie = context.site.receipts_cookie_name(context.https);
    let cookie = context
        .language
        .format("receipts-cookie", &[("name", &cookie)]);
    let kept = context
        .language
        .format("receipts-kept", &[("days", &days.to_string())]);
    for text in [cookie, kept] {
        html.markup("<p>").text(&text).markup("</p>");
    }
}

fn list(context: &PageContext<'_>, receipts: &[Receipt], html: &mut Html) {
    if receipts.is_empty() {
        return context.paragraph(html, "receipts-none");
    }
    let prefix = &context.site.prefix;
    for receipt in receipts {
        one(context, receipt, html);
    }
    html.markup("<p><a")
        .attribute("href", &format!("{prefix}receipts/download"));
    html.markup(" download=\"receipts.json\">")
        .text(&context.text("receipts-download"))
        .markup("</a></p>");
    context.paragraph(html, "receipts-erase-explained");
    html.markup("<form method=\"post\"")
        .attribute("action", &format!("{prefix}receipts/erase"))
        .markup(">");
    html.hidden("lang", context.language.code())
        .hidden("return", context.back);
    html.markup("<p class=\"jalousie-buttons\"><button class=\"jalousie-button\">");
    html.text(&context.text("receipts-erase"))
        .markup("</button></p></form>");
}

fn one(context: &PageContext<'_>, receipt: &Receipt, html: &mut Html) {
    let number = receipt.number.to_string();
    html.markup("<section")
        .attribute("aria-labelledby", &number)
        .markup("><h2");
    html.attribute("id", &number).markup("><time");
    let time = receipt.time.to_string();
    html.attribute("datetime", &time).markup(">");
    // To the minute; the rest is in the attribute and in the download.
    html.text(&time[..16].replace('T', " "))
        .text(" UTC")
        .markup("</time></h2><dl>");
    for choice in &receipt.choices {
        fact(
            context,
            html,
            "receipt-decision",
            &decision(context, choice.decision),
        );
        fact(context, html, "receipt-scope", &scope(context, choice));
    }
    let origin = context
        .language
        .format("receipt-origin-name", &[("origin", receipt.origin.word())]);
    fact(context, html, "receipt-origin", &origin);
    fact(context, html, "receipt-number", &number);
    if !receipt.texts.is_empty() {
        html.markup("<dt>")
            .text(&context.text("receipt-texts"))
            .markup("</dt>");
    }
    for text in &receipt.texts {
        let text = text.to_string();
        html.markup("<dd><a").attribute(
            "href",
            &format!("{}receipts/texts/{text}", context.site.prefix),
        );
        // The start of the hash is what tells one from another.
        html.attribute("lang", &receipt.language)
            .markup(">")
            .text(&text[..12])
            .markup("</a></dd>");
    }
    html.markup("</dl></section>");
}

fn fact(context: &PageContext<'_>, html: &mut Html, term: &str, value: &str) {
    html.markup("<dt>")
        .text(&context.text(term))
        .markup("</dt><dd>");
    html.text(value).markup("</dd>");
}

fn decision(context: &PageContext<'_>, act: Act) -> String {
    context
        .language
        .format("receipt-decision-name", &[("decision", act.word())])
        .into_owned()
}

/// What the choice is about, in the reader's words.
fn scope(context: &PageContext<'_>, choice: &Choice) -> String {
    let category = choice.category.as_deref().unwrap_or_default();
    let service = choice.service.as_deref().unwrap_or_default();
    // One that has left the catalogue since is known by its id.
    let service = match context.site.catalogue.service(service) {
        Some(service) => service.name.clone(),
        None if service == category => context.category_name(category),
        None => service.to_owned(),
    };
    match choice.scope {
        Scope::Once => context
            .language
            .format("receipt-scope-once", &[("service", &service)])
            .into_owned(),
        Scope::Service => service,
        Scope::Category => context.category_name(category),
        Scope::All => context.text("receipt-scope-all").into_owned(),
    }
}
