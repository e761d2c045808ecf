//! The site's own Content-Security-Policy, with room made for the gate's own parts and for nothing else.

/// The addresses that the gate needs in a page, absolute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateSources {
    /// Where frames are: a path prefix, and the origin of a separate frame host.
    pub frames: Vec<String>,
    /// The client script, and others of the gate's.
    pub scripts: Vec<String>,
    /// The hashes of what stands in the page itself: the guard, where it is used, and others.
    pub inline: Vec<String>,
    /// The style sheet.
    pub style: String,
    /// The consent endpoint.
    pub consent: String,
    /// The endpoint that the guard asks for notices.
    pub notice: String,
}

/// Adds the gate's own addresses to `policy`, where it would refuse them.
///
/// Each is added as an exact path to the directive that governs its use, so
/// that nothing else gets in. Several policies in one header value, separated
/// by commas, are each adapted.
pub fn admit_gate(policy: &str, gate: &GateSources) -> String {
    policy
        .split(',')
        .map(|one| admit_in_one(one, gate))
        .collect::<Vec<_>>()
        .join(",")
}

fn admit_in_one(policy: &str, gate: &GateSources) -> String {
    let mut directives: Vec<Directive> = policy.split(';').filter_map(Directive::parse).collect();
    admit(
        &mut directives,
        &["frame-src", "child-src", "default-src"],
        &texts(&gate.frames),
    );
    admit(&mut directives, SCRIPTS, &texts(&gate.scripts));
    if refuses_inline(&directives, SCRIPTS) {
        admit(&mut directives, SCRIPTS, &texts(&gate.inline));
    }
    admit(
        &mut directives,
        &["style-src-elem", "style-src", "default-src"],
        &[&gate.style],
    );
    admit(
        &mut directives,
        &["connect-src", "default-src"],
        &[&gate.consent, &gate.notice],
    );
    admit(&mut directives, &["form-action"], &[&gate.consent]);
    directives
        .iter()
        .map(Directive::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

/// The directives that may govern script elements, the narrowest first.
const SCRIPTS: &[&str] = &["script-src-elem", "script-src", "default-src"];

/// Whether the policy refuses what is inline and it does not name. Where it admits all scripts, a
/// hash must not be added: it would end that.
fn refuses_inline(directives: &[Directive], chain: &[&str]) -> bool {
    let governing = chain
        .iter()
        .find_map(|name| directives.iter().find(|d| d.name == *name));
    governing.is_some_and(|directive| {
        let named = |s: &String| {
            s.starts_with("'nonce-") || s.starts_with("'sha") || s == "'strict-dynamic'"
        };
        let all = directive
            .sources
            .iter()
            .any(|s| s.eq_ignore_ascii_case("'unsafe-inline'"));
        !all || directive.sources.iter().any(named)
    })
}

/// Whether a site's own policies, in one header value, admit `style` attributes.
pub fn admits_styles(policies: &str) -> bool {
    policies.split(',').all(|policy| {
        let directives: Vec<Directive> = policy.split(';').filter_map(Directive::parse).collect();
        !refuses_inline(&directives, &["style-src-attr", "style-src", "default-src"])
    })
}

struct Directive {
    name: String,
    sources: Vec<String>,
}

impl Directive {
    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        let name = words.next()?.to_ascii_lowercase();
        Some(Directive {
            name,
            sources: words.map(str::to_owned).collect(),
        })
    }
}

impl std::fmt::Display for Directive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)?;
        self.sources
            .iter()
            .try_for_each(|source| write!(f, " {source}"))
    }
}

/// Admits `sources` where the first of `chain` that is present governs.
fn admit(directives: &mut Vec<Directive>, chain: &[&str], sources: &[&str]) {
    let Some((name, at)) = chain.iter().find_map(|name| {
        directives
            .iter()
            .position(|d| d.name == *name)
            .map(|at| (*name, at))
    }) else {
        return;
    };
    let mut list = directives[at].sources.clone();
    list.retain(|source| !source.eq_ignore_ascii_case("'none'"));
    let needless = |source: &&&str| source.starts_with("http") && list.iter().any(|s| s == "*");
    let sources: Vec<&&str> = sources.iter().filter(|source| !needless(source)).collect();
    if sources.is_empty() {
        return;
    }
    list.extend(sources.into_iter().map(|s| (*s).to_owned()));
    if name == chain[0] {
        directives[at].sources = list;
    } else {
        // A directive that governs more is not touched: a narrower one is put beside it.
        directives.push(Directive {
            name: chain[0].to_owned(),
            sources: list,
        });
    }
}

/// The nonce that a policy admits scripts by, for the gate's own client.
pub fn script_nonce(policy: &str) -> Option<&str> {
    if !policy.contains("'nonce-") {
        return None;
    }
    let nonce_of = |name: &str| {
        let governs = |d: &&str| d.trim_start().to_ascii_lowercase().starts_with(name);
        let sources = policy
            .split([';', ','])
            .filter(governs)
            .flat_map(str::split_ascii_whitespace);
        sources
            .into_iter()
            .find_map(|source| source.strip_prefix("'nonce-")?.strip_suffix('\''))
    };
    nonce_of("script-src").or_else(|| nonce_of("default-src"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate() -> GateSources {
        GateSources {
            frames: vec!["https://s.x/_j/frame/".into()],
            scripts: vec!["https://s.x/_j/client.js".into()],
            inline: vec!["'sha256-x'".into()],
            style: "https://s.x/_j/style.css".into(),
            consent: "https://s.x/_j/consent".into(),
            notice: "https://s.x/_j/notice".into(),
        }
    }

    #[test]
    fn only_the_gates_own_paths_are_added() {
        assert_eq!(
            admit_gate("default-src 'none'; img-src *; form-action 'self'", &gate()),
            "default-src 'none'; img-src *; form-action 'self' https://s.x/_j/consent; \
             frame-src https://s.x/_j/frame/; script-src-elem https://s.x/_j/client.js 'sha256-x'; \
             style-src-elem https://s.x/_j/style.css; connect-src https://s.x/_j/consent https://s.x/_j/notice"
        );
    }

    #[test]
    fn a_policy_that_says_nothing_of_them_stays() {
        assert_eq!(admit_gate("img-src 'self'", &gate()), "img-src 'self'");
    }

    #[test]
    fn each_policy_of_a_list_is_adapted() {
        assert_eq!(
            admit_gate("frame-src a.x, child-src 'none'", &gate()),
            "frame-src a.x https://s.x/_j/frame/,child-src 'none'; frame-src https://s.x/_j/frame/"
        );
    }

    #[test]
    fn a_policy_that_admits_all_inline_scripts_goes_on_doing_so() {
        assert!(!admit_gate("script-src 'self' 'unsafe-inline'", &gate()).contains("sha256"));
        assert!(admit_gate("script-src 'nonce-a' 'unsafe-inline'", &gate()).contains("sha256"));
    }

    #[test]
    fn style_attributes_need_the_policys_leave() {
        for (policy, admitted) in [
            ("script-src 'self'", true),
            ("style-src 'self' 'unsafe-inline'", true),
            ("style-src 'self'", false),
            ("default-src 'self'", false),
            ("default-src 'none'; style-src-attr 'unsafe-inline'", true),
            ("style-src 'unsafe-inline' 'nonce-a'", false),
            ("style-src 'unsafe-inline', default-src 'self'", false),
        ] {
            assert_eq!(admits_styles(policy), admitted, "{policy}");
        }
    }

    #[test]
    fn the_sites_nonce_is_found() {
        assert_eq!(
            script_nonce("default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'"),
            Some("abc")
        );
        assert_eq!(script_nonce("style-src 'nonce-abc'"), None);
        assert_eq!(script_nonce("default-src 'nonce-abc'"), Some("abc"));
    }
}
