//! The page of the reader's choices.

use super::pages::country_name;
use super::{Html, PageContext};
use crate::catalogue::{Category, Service};
use crate::consent::{Decision, Subject};
use std::collections::BTreeSet;

/// The reader's choices: all categories and services, accept all, refuse all, choose, withdraw.
///
/// `met`: services that pages of the site are known to use, which come first where the publisher does
/// not say which are used; the rest is listed in less room.
pub fn preferences_page(context: &PageContext<'_>, saved: bool, met: &BTreeSet<String>) -> String {
    let mut html = context.open(&context.text("preferences-title"));
    // For the dialog that the client makes of this page.
    html.markup(
        "<button type=\"button\" class=\"jalousie-button jalousie-close\" hidden=\"hidden\">",
    )
    .text(&context.text("close"))
    .markup("</button>");
    if saved {
        html.markup("<p class=\"jalousie-status\" role=\"status\">")
            .text(&context.text("saved"))
            .markup("</p>");
    }
    context.paragraph(&mut html, "preferences-intro");
    if context.gpc {
        context.paragraph(&mut html, "gpc-notice");
    }
    for (_, text, lapse) in super::LAPSES {
        if context.consent.lapsed().any(|(_, why)| why == lapse) {
            context.paragraph(&mut html, text);
        }
    }
    context.form(&mut html, "all");
    html.markup("<p class=\"jalousie-buttons\">");
    context.button(&mut html, "accept", "accept-all");
    context.button(&mut html, "refuse", "refuse-all");
    html.markup("</p></form>");
    context.form(&mut html, "preferences");
    for category in context.site.catalogue.categories() {
        category_choice(context, category, met, &mut html);
    }
    html.markup("<p class=\"jalousie-buttons\">");
    context.button(&mut html, "save", "save-choices");
    html.markup("</p></form>");
    context.form(&mut html, "all");
    html.markup("<p class=\"jalousie-buttons\">");
    context.button(&mut html, "withdraw", "withdraw-all");
    html.markup("</p></form>");
    let name = context.site.cookie_name(context.https);
    let days = context.site.consent_days.to_string();
    let explained = context
        .language
        .format("cookie-explained", &[("name", &name), ("days", &days)]);
    html.markup("<p>").text(&explained).markup("</p>");
    if let Some(day) = context.consent.until(&context.site.terms()) {
        let until = [("date", &*day.to_string())];
        html.markup("<p>")
            .text(&context.language.format("choices-until", &until))
            .markup("</p>");
    }
    context.paragraph(&mut html, "withdraw-limits");
    receipts_link(context, &mut html);
    if let Some(page) = &context.site.privacy_page {
        html.markup("<p><a")
            .attribute("href", page)
            .markup(">")
            .text(page)
            .markup("</a></p>");
    }
    context.close(html)
}

/// The way to the reader's own receipts, where there are any.
fn receipts_link(context: &PageContext<'_>, html: &mut Html) {
    if context.site.receipt_days.is_none() {
        return;
    }
    let address = format!("{}receipts?{}", context.site.prefix, context.query());
    html.markup("<p><a")
        .attribute("href", &address)
        .markup(">")
        .text(&context.text("receipts-title"))
        .markup("</a></p>");
}

/// One category: what it is for, the choice, and its services each with a choice of its own.
fn category_choice(
    context: &PageContext<'_>,
    category: &Category,
    met: &BTreeSet<String>,
    html: &mut Html,
) {
    let name = context.category_name(&category.id);
    if !context.site.shows(&category.id) {
        return;
    }
    let services = context.site.services_in(&category.id);
    let services = services.filter(|service| context.site.uses(service));
    let (here, elsewhere): (Vec<&Service>, Vec<&Service>) =
        services.partition(|service| is_near(context, service, met));
    html.markup("<fieldset class=\"jalousie-category\"")
        .attribute("id", &format!("category-{}", category.id));
    html.markup("><legend>").text(&name).markup("</legend><p>");
    html.text(
        &context
            .language
            .format("category-purpose", &[("category", &category.id)]),
    )
    .markup("</p>");
    choice(
        context,
        html,
        &category.id,
        context.consent.get(&Subject::Category(category.id.clone())),
    );
    html.markup("</fieldset>");
    let summary = context
        .language
        .format("services-in-category", &[("category-name", &name)]);
    for (open, services) in [(true, here), (false, elsewhere)] {
        if services.is_empty() {
            continue;
        }
        // Every service that the publisher says is used has a choice of its own; of all that the
        // catalogue knows, only those that a reader may meet.
        let choices = open || !context.site.services_used.is_empty();
        html.markup("<details class=\"jalousie-services\"><summary>")
            .text(&summary)
            .markup(" (")
            .text(&services.len().to_string())
            .markup(")</summary>");
        if !choices {
            html.markup("<ul>");
        }
        for service in services {
            if choices {
                service_choice(context, service, html);
            } else {
                html.markup("<li>");
                recipient(context, service, html);
                html.markup("</li>");
            }
        }
        html.markup(if choices {
            "</details>"
        } else {
            "</ul></details>"
        });
    }
}

/// Whether a service is listed with a choice of its own: pages use it, or the reader has decided on it.
fn is_near(context: &PageContext<'_>, service: &Service, met: &BTreeSet<String>) -> bool {
    let subject = Subject::Service(service.id.clone());
    let decided = context.consent.get(&subject).is_some();
    decided || !context.site.services_used.is_empty() || met.contains(&service.id)
}

/// One service: who receives what, where, for how long, and the choice.
fn service_choice(context: &PageContext<'_>, service: &Service, html: &mut Html) {
    html.markup("<fieldset class=\"jalousie-category\"><legend>")
        .text(&service.name)
        .markup("</legend><p>");
    recipient(context, service, html);
    html.markup("</p><p>")
        .text(&context.text("service-data"))
        .markup(": ");
    let kinds = service.data.iter().map(|kind| {
        let kind = [("kind", kind.as_str())];
        context.language.format("data-kind", &kind).into_owned()
    });
    html.text(&kinds.collect::<Vec<_>>().join(" · "));
    if let Some(kept) = &service.retention {
        html.markup("<br />")
            .text(&context.text("service-retention"))
            .markup(": ")
            .text(&context.language.duration(kept));
    }
    html.markup("</p>");
    let decision = context.consent.get(&Subject::Service(service.id.clone()));
    choice(context, html, &format!("@{}", service.id), decision);
    html.markup("</fieldset>");
}

/// Who receives the data, where, and the way to all that is known.
fn recipient(context: &PageContext<'_>, service: &Service, html: &mut Html) {
    html.text(&service.entity);
    if let Some(country) = &service.country {
        html.text(" (")
            .text(&country_name(context.language, country))
            .text(")");
    }
    let (prefix, id) = (&context.site.prefix, &service.id);
    let page = format!("{prefix}service/{id}?{}", context.query());
    html.text(" · ")
        .markup("<a")
        .attribute("href", &page)
        .markup(">");
    let about = [("service", service.name.as_str())];
    html.text(&context.language.format("more-info", &about))
        .markup("</a>");
}

/// Three ways to choose, none of them chosen before the reader did.
fn choice(context: &PageContext<'_>, html: &mut Html, subject: &str, decision: Option<Decision>) {
    let options = [
        ("accept", "choice-accept", Some(Decision::Accept)),
        ("refuse", "choice-refuse", Some(Decision::Refuse)),
        ("ask", "choice-ask", None),
    ];
    html.markup("<p class=\"jalousie-options\">");
    for (value, text, meaning) in options {
        html.markup("<label><input type=\"radio\"")
            .attribute("name", subject)
            .attribute("value", value);
        html.markup(if decision == meaning {
            " checked=\"checked\" /> "
        } else {
            " /> "
        });
        html.text(&context.text(text)).markup("</label> ");
    }
    html.markup("</p>");
}
