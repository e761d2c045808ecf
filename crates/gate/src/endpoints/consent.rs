//! `POST consent`: the reader decides, and no one else.

use super::frames::{GRANT_SECONDS, category};
use super::record::{self, Recorded};
use super::{error, now, own, own_path, read, set, with_query};
use crate::layer::{BoxError, STATE_HEADER, Visit};
use crate::metrics::{Refusal, metrics, refused};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, Response, StatusCode, header};
use http_body::Body;
use jalousie_core::catalogue::UNCLASSIFIED;
use jalousie_core::consent::receipt::{Act, Choice};
use jalousie_core::consent::{Consent, Decision, Subject};
use jalousie_core::site::{Cache, Site};
use url::form_urlencoded;

/// A decision is small; nothing larger is read.
const LIMIT: usize = 64 * 1024;

/// Tells the client the address of the frame that a once-only acceptance opens.
const FRAME_HEADER: HeaderName = HeaderName::from_static("jalousie-frame");

/// Tells the client what became of the receipt: `recorded`, `queued` or `lost`.
const RECEIPT_HEADER: HeaderName = HeaderName::from_static("jalousie-receipt");

/// What a form of this site said.
#[derive(Debug)]
pub(super) struct Form {
    fields: Vec<(String, String)>,
}

impl Form {
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// What stands beside the fields that say what kind of form it is: a choice each.
    fn choices(&self) -> impl Iterator<Item = (&String, &String)> {
        let about = ["scope", "return", "decision", "lang", "source"];
        let fields = self.fields.iter().map(|(name, value)| (name, value));
        fields.filter(move |(name, _)| !about.contains(&name.as_str()))
    }
}

/// What the decision comes to.
enum Outcome {
    /// These decisions are in force now.
    Consent(Consent),
    /// This token may be opened for a while; nothing is remembered.
    Grant(String),
    /// Nothing is remembered.
    Nothing,
}

/// Takes the reader's decision.
pub(super) async fn decide<Q>(visit: &Visit, head: &Parts, body: Q) -> Response<Bytes>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    let form = match read_form(visit, head, body).await {
        Ok(form) => form,
        Err(answer) => return *answer,
    };
    match outcome(visit, &form) {
        // What the browser would not keep is not taken: nothing is counted, recorded or set.
        Ok((Outcome::Consent(consent), _)) if !fits(visit, &consent) => {
            let why = "more separate decisions than a cookie holds";
            refused(Refusal::BadPost, format_args!("decision: {why}"));
            error(visit, StatusCode::BAD_REQUEST, "error-too-many")
        }
        Ok((outcome, choices)) => {
            count(visit, &form);
            let numbers = own::numbers(visit, &head.headers);
            let recorded = record::record(visit, &form, choices, numbers).await;
            respond(visit, head, &form, outcome, recorded)
        }
        Err(why) => {
            refused(Refusal::BadPost, format_args!("decision: {why}"));
            error(visit, StatusCode::BAD_REQUEST, "error-request")
        }
    }
}

/// Reads a form that a page of this very site has posted; anything else has its answer already.
pub(super) async fn read_form<Q>(
    visit: &Visit,
    head: &Parts,
    body: Q,
) -> Result<Form, Box<Response<Bytes>>>
where
    Q: Body<Data = Bytes>,
    Q::Error: Into<BoxError>,
{
    let refuse = |status, refusal, why: &str| {
        refused(refusal, format_args!("form: {why}"));
        Err(Box::new(error(visit, status, "error-request")))
    };
    if let Err(why) = comes_from_here(visit, &head.headers) {
        return refuse(StatusCode::FORBIDDEN, Refusal::Foreign, why);
    }
    let kind = head
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return refuse(status, Refusal::BadPost, "not a form");
    }
    let bytes = read(body, LIMIT)
        .await
        .map_err(|unread| Box::new(unread.refuse(visit, "form")))?;
    Ok(Form {
        fields: form_urlencoded::parse(&bytes).into_owned().collect(),
    })
}

/// Whether the post comes from a page of this very site.
///
/// A sibling host can send the site's cookies along, so only the exact origin counts. With
/// `Referrer-Policy: no-referrer`, or from a sandboxed frame, browsers send `Origin: null`: then
/// only `Sec-Fetch-Site`, which no script can set, can vouch for it.
pub(super) fn comes_from_here(visit: &Visit, headers: &HeaderMap) -> Result<(), &'static str> {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let fetch_site = text(HeaderName::from_static("sec-fetch-site"));
    if fetch_site.is_some_and(|site| site != "same-origin") {
        return Err("Sec-Fetch-Site is not same-origin");
    }
    match text(header::ORIGIN) {
        Some(origin) if origin != "null" => {
            let own = visit.url.origin().ascii_serialization();
            if origin == own {
                Ok(())
            } else {
                Err("Origin is not this site's; set [site] url to how readers reach it")
            }
        }
        _ if fetch_site.is_some() => Ok(()),
        _ => Err("neither Origin nor Sec-Fetch-Site says where the post comes from"),
    }
}

/// Counts a decision that was understood: its words are known, its ids the catalogue's.
fn count(visit: &Visit, form: &Form) {
    let (decision, scope) = (form.get("decision"), form.get("scope"));
    let service = visit.site.catalogue.service(form.get("service"));
    let category = match scope {
        "category" => form.get("category"),
        "service" => service.map_or(UNCLASSIFIED, |service| &service.category),
        _ => "*",
    };
    metrics().decisions.one([decision, scope, category]);
}

/// What comes of a form, and what a receipt says that its reader decided.
fn outcome(visit: &Visit, form: &Form) -> Result<(Outcome, Vec<Choice>), &'static str> {
    if !form.get("source").is_empty() && form.get("decision") != "save" {
        return Err("source belongs to what is saved");
    }
    let decision = match form.get("decision") {
        "accept" => Some(Decision::Accept),
        "refuse" => Some(Decision::Refuse),
        "withdraw" => None,
        "save" if form.get("scope") == "preferences" => {
            let (consent, choices) = match form.get("source") {
                "" => preferences(visit, form)?,
                record::PLATFORM => platform(visit, form)?,
                _ => return Err("source is none that the gate listens to"),
            };
            return Ok((Outcome::Consent(consent), choices));
        }
        _ => return Err("decision is not accept, refuse or withdraw"),
    };
    let site = &visit.site;
    let act = record::act(decision);
    let mut consent = visit.consent.clone();
    let choice = match form.get("scope") {
        "once" => {
            let token = form.get("token");
            let content = site
                .keys
                .verify(token)
                .map_err(|_| "token is not one of ours")?;
            let choice = record::once(site, act, &content);
            return Ok(match decision {
                Some(Decision::Accept) => (Outcome::Grant(token.to_owned()), vec![choice]),
                Some(Decision::Refuse) => (Outcome::Nothing, vec![choice]),
                // Nothing is remembered of one content, so there is nothing to take back.
                None => (Outcome::Nothing, Vec::new()),
            });
        }
        "service" => {
            let id = form.get("service");
            site.catalogue
                .service(id)
                .ok_or("service is not in the catalogue")?;
            apply_service(site, &mut consent, id, decision);
            record::about(site, act, &Subject::Service(id.to_owned()))
        }
        "category" => {
            let id = form.get("category");
            site.catalogue
                .category(id)
                .ok_or("category is not in the catalogue")?;
            apply_category(site, &mut consent, id, form.get("service"), decision);
            record::about(site, act, &Subject::Category(id.to_owned()))
        }
        "all" => {
            consent = Consent::default();
            for category in site
                .catalogue
                .categories()
                .iter()
                .filter(|category| site.shows(&category.id))
            {
                apply(
                    &mut consent,
                    Subject::Category(category.id.clone()),
                    decision,
                );
            }
            record::all(act)
        }
        _ => return Err("scope is not once, service, category or all"),
    };
    Ok((Outcome::Consent(consent), vec![choice]))
}

fn apply(consent: &mut Consent, subject: Subject, decision: Option<Decision>) {
    match decision {
        Some(decision) => consent.decide(subject, decision),
        None => consent.withdraw(&subject),
    }
}

/// A service that is withdrawn stays closed, even where its category is accepted.
fn apply_service(site: &Site, consent: &mut Consent, id: &str, decision: Option<Decision>) {
    let subject = Subject::Service(id.to_owned());
    apply(consent, subject.clone(), decision);
    let category = site
        .catalogue
        .service(id)
        .map_or(UNCLASSIFIED, |service| &service.category);
    if decision.is_none() && consent.decision(id, category) == Some(Decision::Accept) {
        consent.decide(subject, Decision::Refuse);
    }
}

/// A no to a category is the newer word on each of its services. A yes is that only on the service
/// whose notice asked (`about`): it opens none that the reader has refused by name.
fn apply_category(
    site: &Site,
    consent: &mut Consent,
    category: &str,
    about: &str,
    decision: Option<Decision>,
) {
    for service in site
        .catalogue
        .services()
        .iter()
        .filter(|service| service.category == category)
    {
        let subject = Subject::Service(service.id.clone());
        let accepted = consent.get(&subject) == Some(Decision::Accept);
        if service.id == about || (accepted && decision != Some(Decision::Accept)) {
            consent.withdraw(&subject);
        }
    }
    apply(consent, Subject::Category(category.to_owned()), decision);
}

/// The whole form of the preferences page: a field per category and per service. A receipt holds
/// each yes and no in it, and what was taken back.
fn preferences(visit: &Visit, form: &Form) -> Result<(Consent, Vec<Choice>), &'static str> {
    let site = &visit.site;
    let mut consent = visit.consent.clone();
    let mut choices = Vec::new();
    for (name, value) in form.choices() {
        let subject = match name.strip_prefix('@') {
            Some(id) if site.catalogue.service(id).is_some() => Subject::Service(id.to_owned()),
            None if site.catalogue.category(name).is_some() => Subject::Category(name.clone()),
            _ => return Err("a field names no category and no service"),
        };
        let decision = match value.as_str() {
            "accept" => Some(Decision::Accept),
            "refuse" => Some(Decision::Refuse),
            "ask" => None,
            _ => return Err("a choice is not accept, refuse or ask"),
        };
        let act = record::act(decision);
        if act != Act::Withdraw || visit.consent.get(&subject).is_some() {
            choices.push(record::about(site, act, &subject));
        }
        apply(&mut consent, subject, decision);
    }
    drop_repetitions(site, &mut consent);
    Ok((consent, choices))
}

/// What a reader did on a consent platform of the site's own: a yes opens what was not refused here,
/// anything else takes back a yes. Refusals are made here only, and so hold against it.
fn platform(visit: &Visit, form: &Form) -> Result<(Consent, Vec<Choice>), &'static str> {
    let site = &visit.site;
    let mut consent = visit.consent.clone();
    let mut choices = Vec::new();
    for (name, value) in form.choices() {
        let mut rules = site.signals.platform.iter();
        if !rules.any(|rule| rule.category == *name) {
            return Err("a field names no category that the platform is asked about");
        }
        let subject = Subject::Category(name.clone());
        let decision = match (value.as_str(), consent.get(&subject)) {
            ("accept", None) => Some(Decision::Accept),
            ("ask", Some(Decision::Accept)) => None,
            ("accept" | "ask", _) => continue,
            _ => return Err("a choice is not accept or ask"),
        };
        choices.push(record::about(site, record::act(decision), &subject));
        apply(&mut consent, subject, decision);
    }
    Ok((consent, choices))
}

/// A service's decision that only says what its category's says takes room for nothing.
fn drop_repetitions(site: &Site, consent: &mut Consent) {
    for service in site.catalogue.services() {
        let subject = Subject::Service(service.id.clone());
        let own = consent.get(&subject);
        if own.is_some() && own == consent.get(&Subject::Category(service.category.clone())) {
            consent.withdraw(&subject);
        }
    }
}

fn respond(
    visit: &Visit,
    head: &Parts,
    form: &Form,
    outcome: Outcome,
    recorded: Option<Recorded>,
) -> Response<Bytes> {
    let grant = match &outcome {
        Outcome::Grant(token) => Some(visit.site.keys.grant(token, now() + GRANT_SECONDS)),
        _ => None,
    };
    let mut answer = Response::new(Bytes::new());
    set(&mut answer, header::CACHE_CONTROL, "no-store");
    if let Outcome::Consent(consent) = &outcome {
        set(&mut answer, header::SET_COOKIE, &cookie(visit, consent));
        let state = visit.site.state(consent);
        if state != visit.state {
            // The page as it stands is another one now: the client loads it anew.
            set(&mut answer, STATE_HEADER, &state.to_string());
        }
    }
    if let Some(Recorded { outcome, cookie }) = &recorded {
        set(&mut answer, RECEIPT_HEADER, outcome.word());
        let cookie = cookie.as_ref().and_then(|cookie| cookie.parse().ok());
        // Beside the other cookie, not in its place.
        cookie.map(|cookie| answer.headers_mut().append(header::SET_COOKIE, cookie));
    }
    if by_script(&head.headers) {
        *answer.status_mut() = StatusCode::NO_CONTENT;
        if let (Outcome::Grant(token), Some(grant)) = (&outcome, &grant) {
            set(
                &mut answer,
                FRAME_HEADER,
                &format!("{}frame/{token}?grant={grant}", visit.site.prefix),
            );
        }
    } else {
        *answer.status_mut() = StatusCode::SEE_OTHER;
        set(
            &mut answer,
            header::LOCATION,
            &next_page(visit, form, &outcome, grant.as_deref()),
        );
    }
    answer
}

/// Where a reader without JavaScript goes next: to the content just accepted, else back.
fn next_page(visit: &Visit, form: &Form, outcome: &Outcome, grant: Option<&str>) -> String {
    let back = own_path(form.get("return"));
    let token = form.get("token");
    let Ok(content) = visit.site.keys.verify(token) else {
        return back.to_owned();
    };
    let (service, in_category) = (&content.service, category(visit, &content));
    let open = match outcome {
        Outcome::Grant(_) => true,
        Outcome::Consent(consent) => {
            visit.site.cache == Cache::Shared
                && consent.decision(service, &in_category) == Some(Decision::Accept)
        }
        Outcome::Nothing => false,
    };
    if !open {
        return back.to_owned();
    }
    // The question was asked inside the frame itself: the frame is what comes next.
    let mut next = if back == format!("{}frame/{token}", visit.site.prefix) {
        back.to_owned()
    } else {
        let back: String = form_urlencoded::byte_serialize(back.as_bytes()).collect();
        format!("{}view/{token}?return={back}", visit.site.prefix)
    };
    if let Some(language) = visit.site.texts.find(form.get("lang")) {
        next = with_query(&next, &format!("lang={}", language.code()));
    }
    grant.map_or(next.clone(), |grant| {
        with_query(&next, &format!("grant={grant}"))
    })
}

/// Whether the client posted, not a form: its browser says so (Fetch Metadata), else what it
/// accepts. A form's answer is a page, and `fetch` accepts anything.
fn by_script(headers: &HeaderMap) -> bool {
    let text = |name: &'static str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("sec-fetch-mode") {
        Some(mode) => mode != "navigate",
        None => !text("accept").unwrap_or_default().contains("text/html"),
    }
}

/// A browser keeps a cookie whose name and value have at most so many bytes (RFC 6265bis, 5.6).
const COOKIE_LIMIT: usize = 4096;

/// Whether a browser would keep these decisions.
fn fits(visit: &Visit, consent: &Consent) -> bool {
    cookie(visit, consent).len() <= COOKIE_LIMIT
}

/// The consent cookie: decisions only, readable by the client, for this host alone.
fn cookie(visit: &Visit, consent: &Consent) -> String {
    let https = visit.url.scheme() == "https";
    let name = visit.site.cookie_name(https);
    let terms = visit.site.terms();
    let value = consent.cookie(&terms, visit.today);
    let age = u64::from(consent.days_to_keep(&terms, visit.today)) * 86_400;
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax{secure}")
}
