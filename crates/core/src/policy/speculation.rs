//! Speculation rules: what a page asks the browser to load ahead of a click.
//!
//! No policy header stops them in Chromium, so rules stay only where it is
//! certain that they lead nowhere but to the site itself.

use serde_json::Value;

/// Whether `json` is a set of rules that leads only to addresses that `admitted` agrees to.
pub(crate) fn stays_at_home(json: &str, admitted: &dyn Fn(&str) -> bool) -> bool {
    let Ok(Value::Object(kinds)) = serde_json::from_str(json) else {
        return false;
    };
    kinds.values().all(|rules| match rules {
        Value::Array(rules) => rules.iter().all(|rule| rule_stays(rule, admitted)),
        _ => true,
    })
}

fn rule_stays(rule: &Value, admitted: &dyn Fn(&str) -> bool) -> bool {
    let relative = rule.get("relative_to").is_none();
    let urls = match rule.get("urls") {
        None => true,
        Some(Value::Array(urls)) => urls.iter().all(|url| url.as_str().is_some_and(admitted)),
        Some(_) => false,
    };
    // Document rules without a condition take every link of the page.
    let links = match (
        rule.get("source").and_then(Value::as_str),
        rule.get("where"),
    ) {
        (Some("document"), None) => false,
        (None, None) if rule.get("urls").is_none() => false,
        (_, None) => true,
        (_, Some(condition)) => confines(condition, admitted),
    };
    relative && urls && links
}

/// Whether a condition lets only the site's own links through.
fn confines(condition: &Value, admitted: &dyn Fn(&str) -> bool) -> bool {
    if let Some(all) = condition.get("and").and_then(Value::as_array) {
        return all.iter().any(|part| confines(part, admitted));
    }
    if let Some(any) = condition.get("or").and_then(Value::as_array) {
        return !any.is_empty() && any.iter().all(|part| confines(part, admitted));
    }
    let own = |pattern: &Value| {
        pattern
            .as_str()
            .is_some_and(|p| p.starts_with('/') && !p.starts_with("//") && admitted(p))
    };
    match condition.get("href_matches") {
        Some(Value::Array(patterns)) => !patterns.is_empty() && patterns.iter().all(own),
        Some(pattern) => own(pattern),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stays(json: &str) -> bool {
        stays_at_home(json, &|address| !address.contains("//"))
    }

    #[test]
    fn rules_that_stay_on_the_site_are_left_alone() {
        assert!(stays(
            r#"{"prefetch":[{"source":"list","urls":["/a","b"]}]}"#
        ));
        assert!(stays(
            r#"{"prefetch":[{"source":"document","where":{"and":[{"href_matches":"/*"},{"not":{"href_matches":"/wp-admin/*"}}]},"eagerness":"conservative"}]}"#
        ));
        assert!(stays("{}"));
    }

    #[test]
    fn rules_that_may_leave_it_do_not() {
        for rules in [
            r#"{"prefetch":[{"source":"list","urls":["https://e.x/"]}]}"#,
            r#"{"prerender":[{"source":"document"}]}"#,
            r#"{"prerender":[{"where":{"not":{"href_matches":"/a"}}}]}"#,
            r#"{"prerender":[{"where":{"or":[{"href_matches":"/a"},{"selector_matches":".x"}]}}]}"#,
            r#"{"prerender":[{"where":{"href_matches":"https://e.x/*"}}]}"#,
            r#"{"prerender":[{"where":{"href_matches":"//e.x/*"}}]}"#,
            "not json",
            "[]",
        ] {
            assert!(!stays(rules), "{rules}");
        }
    }
}
