//! What notices say, put into words.

use super::Language;

/// What the sentences of a notice are about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About<'a> {
    /// What readers call the service.
    pub(crate) service: &'a str,
    /// Id of the category that says what the content is: a video, a map.
    pub(crate) kind: &'a str,
    /// Id of the category that the reader decides about.
    pub(crate) category: &'a str,
    /// Host of the content's public page.
    pub(crate) host: &'a str,
}

/// The sentences of a notice.
#[derive(Debug)]
pub(crate) struct Phrases {
    pub(crate) title: String,
    pub(crate) reason: String,
    pub(crate) about_category: String,
    pub(crate) unavailable: String,
    pub(crate) refused: String,
    pub(crate) gpc_refused: String,
    pub(crate) accept_once: String,
    pub(crate) accept_category: String,
    pub(crate) refuse: String,
    pub(crate) withdraw: String,
    pub(crate) button_service: String,
    pub(crate) more_info: String,
    pub(crate) preferences: String,
    pub(crate) loading: String,
    pub(crate) shown: String,
    pub(crate) attribution: String,
    pub(crate) link: String,
}

impl Language {
    /// The sentences of a notice. Fluent takes its time: whoever needs them again keeps them.
    pub(crate) fn phrases(&self, about: About<'_>) -> Phrases {
        let category = self.format("category-name", &[("category", about.category)]);
        let variables = [("service", about.service), ("category-name", &*category)];
        let say = |id: &str| self.format(id, &variables).into_owned();
        let kind = [("service", about.service), ("category", about.kind)];
        Phrases {
            title: self.format("notice-title", &kind).into_owned(),
            reason: say("notice-reason"),
            about_category: say("notice-category"),
            unavailable: say("unavailable"),
            refused: say("refused"),
            gpc_refused: say("gpc-refused"),
            accept_once: say("accept-once"),
            accept_category: say("accept-category"),
            refuse: say("refuse"),
            withdraw: say("withdraw"),
            button_service: say("button-service"),
            more_info: say("more-info"),
            preferences: say("preferences"),
            loading: say("loading"),
            shown: say("shown"),
            attribution: say("preview-attribution"),
            link: self
                .format("preview-link", &[("host", about.host)])
                .into_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Texts;

    #[test]
    fn each_notice_gets_its_own_words() {
        let texts = Texts::embedded();
        let about = About {
            service: "S",
            kind: "video",
            category: "video",
            host: "s.example",
        };
        for code in ["en", "fr", "ar"] {
            let language = texts.language(code);
            for service in ["S", "T", "S"] {
                let phrases = language.phrases(About { service, ..about });
                let title = [("service", service), ("category", "video")];
                assert_eq!(phrases.title, language.format("notice-title", &title));
                let info = [("service", service)];
                assert_eq!(phrases.more_info, language.format("more-info", &info));
            }
            let phrases = language.phrases(About {
                host: "t.example",
                ..about
            });
            assert!(phrases.link.contains("t.example"), "{}", phrases.link);
        }
    }
}
