//! Leaves a receipt of what a reader has decided, and the reader a copy of its number.

use super::consent::Form;
use super::own;
use crate::layer::Visit;
use crate::receipts::Outcome;
use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::consent::receipt::{Act, Choice, Digest, Number, Origin, Receipt, Scope, Time};
use jalousie_core::consent::{Decision, Subject};
use jalousie_core::frame::Content;
use jalousie_core::site::Site;
use std::time::SystemTime;

/// What a form says that passes on what its reader did on a consent platform of the site's own.
pub(super) const PLATFORM: &str = "tcf";

/// What a decision of a form is called in a receipt.
pub(super) fn act(decision: Option<Decision>) -> Act {
    match decision {
        Some(Decision::Accept) => Act::Accept,
        Some(Decision::Refuse) => Act::Refuse,
        None => Act::Withdraw,
    }
}

/// A decision about one content.
pub(super) fn once(site: &Site, act: Act, content: &Content) -> Choice {
    Choice {
        scope: Scope::Once,
        ..about(site, act, &Subject::Service(content.service.clone()))
    }
}

/// A decision about a service or a category.
pub(super) fn about(site: &Site, act: Act, subject: &Subject) -> Choice {
    let (scope, service, category) = match subject {
        Subject::Category(id) => (Scope::Category, None, id.as_str()),
        Subject::Service(id) => {
            let service = site.catalogue.service(id);
            let category = service.map_or(UNCLASSIFIED, |service| &service.category);
            (Scope::Service, Some(id.clone()), category)
        }
    };
    Choice {
        decision: act,
        scope,
        service,
        category: Some(category.to_owned()),
    }
}

/// A decision about everything.
pub(super) fn all(act: Act) -> Choice {
    Choice {
        decision: act,
        scope: Scope::All,
        service: None,
        category: None,
    }
}

/// What became of a receipt, and the cookie that names it; the latter only if it is or will be stored.
pub(super) struct Recorded {
    pub(super) outcome: Outcome,
    pub(super) cookie: Option<String>,
}

/// Stores a receipt of these decisions; `None` where the site keeps none, or nothing was decided.
pub(super) async fn record(
    visit: &Visit,
    form: &Form,
    choices: Vec<Choice>,
    numbers: Vec<Number>,
) -> Option<Recorded> {
    let receipts = visit.gate.receipts()?;
    visit.site.receipt_days?;
    if choices.is_empty() {
        return None;
    }
    let mut random = [0; 16];
    if let Err(error) = getrandom::fill(&mut random) {
        tracing::error!(target: "jalousie::receipts", %error, "receipt not recorded: no random number for it");
        return Some(Recorded {
            outcome: Outcome::Lost,
            cookie: None,
        });
    }
    let number = Number::from(random);
    let site = &visit.site;
    let origin = origin(visit, form);
    let language = super::language(visit, Some(form.get("lang")));
    let asked = choices.first().and_then(|choice| choice.service.as_deref());
    let service = asked.or(Some(form.get("service")).filter(|id| is_service(site, id)));
    let https = visit.url.scheme() == "https";
    let mut texts = receipts
        .shown()
        .about(site, language, origin, service, https);
    let (settings, catalogue) = receipts.shown().terms(site);
    let mut receipt = Receipt::new(number, now(), origin, catalogue);
    receipt.choices = choices;
    receipt.language = language.code().to_owned();
    receipt.texts = texts.iter().map(|text| text.hash).collect();
    receipt.wording = Digest::from(*site.texts.digest());
    receipt.configuration = settings.hash;
    texts.push(settings);
    let outcome = receipts.record(&receipt, texts).await;
    let cookie = (outcome != Outcome::Lost).then(|| own::cookie(visit, numbers, number));
    Some(Recorded { outcome, cookie })
}

fn is_service(site: &Site, id: &str) -> bool {
    id == UNCLASSIFIED || site.catalogue.service(id).is_some()
}

/// The page of choices posts for everything, or says that its reader comes back to it.
fn origin(visit: &Visit, form: &Form) -> Origin {
    if form.get("source") == PLATFORM {
        return Origin::Tcf;
    }
    let page = format!("{}preferences", visit.site.prefix);
    let whole = matches!(form.get("scope"), "all" | "preferences");
    if whole || form.get("return").starts_with(&page) {
        Origin::Preferences
    } else {
        Origin::Notice
    }
}

/// The time, as this machine's clock has it.
pub(super) fn now() -> Time {
    let elapsed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let milliseconds = elapsed.map_or(0, |elapsed| elapsed.as_millis());
    Time::from_milliseconds(i64::try_from(milliseconds).unwrap_or(i64::MAX))
}
