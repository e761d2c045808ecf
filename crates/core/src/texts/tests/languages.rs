//! Every language: all messages, all plurals, its own typography, and no English left.

use super::*;
use std::collections::BTreeSet;

/// Quotation marks of each language, first the opening one.
const QUOTES: &[(&str, &str)] = &[
    ("„“", "bg cs de is lt sk sl"),
    ("„”", "et hr hu lv pl ro"),
    ("“”", "cy en ga mt tr"),
    ("””", "fi sv"),
    ("‘’", "nl"),
    ("»«", "da"),
    ("«»", "ar ca el es eu fa fa-AF fr gl it nb ps pt rm uk"),
];

/// What may be the same as in English: the word is the language's own.
const SHARED: &[&str] = &["Audio", "Video", "Data", "For", "Number"];

const BUTTONS: &[&str] = &[
    "accept-once",
    "accept-category",
    "refuse",
    "withdraw",
    "close-once",
    "accept-all",
    "refuse-all",
    "save-choices",
    "withdraw-all",
    "choice-accept",
    "choice-refuse",
    "choice-ask",
    "receipts-download",
    "receipts-erase",
    "close",
];

/// The messages of a file as (id, all that is written for it), without comments.
fn messages(source: &str) -> BTreeMap<&str, String> {
    let mut messages: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = None;
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
        match line.split_once(" =") {
            Some((id, rest)) if begins => {
                messages.insert(id, rest.trim().to_owned());
                last = Some(id);
            }
            _ => {
                let text = last.and_then(|id| messages.get_mut(id));
                if let Some(text) = text {
                    *text += "\n";
                    *text += line;
                }
            }
        }
    }
    messages
}

/// `text` with everything in `{ $… }` and all `[keys]` left out: what a reader may see.
fn words(text: &str) -> String {
    let mut words = String::new();
    for line in text.lines() {
        let line = match line.trim_start().trim_start_matches('*').split_once("] ") {
            Some((key, rest)) if key.starts_with('[') => rest,
            _ => line,
        };
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('{') {
            words += before;
            // A selector's line ends inside its braces.
            rest = after.split_once('}').map_or("", |(_, rest)| rest);
            words.push('\u{fffc}');
        }
        words += rest;
        words.push('\n');
    }
    words
}

fn variables(text: &str) -> BTreeSet<&str> {
    let names = text.split('$').skip(1);
    names
        .filter_map(|rest| {
            rest.split(|c: char| !c.is_ascii_lowercase() && c != '-')
                .next()
        })
        .collect()
}

/// Keys of all variants but plurals.
fn keys(text: &str) -> BTreeSet<&str> {
    let plural = ["zero", "one", "two", "few", "many", "other"];
    let keys = text.split('[').skip(1);
    keys.filter_map(|rest| rest.split(']').next())
        .filter(|key| !plural.contains(key))
        .collect()
}

fn others() -> impl Iterator<Item = (&'static str, BTreeMap<&'static str, String>)> {
    let files = embedded_files().into_iter();
    files
        .filter(|(code, _)| *code != FALLBACK)
        .map(|(code, source)| (code, messages(source)))
}

fn english() -> BTreeMap<&'static str, String> {
    let files = embedded_files();
    let (_, source) = files.iter().find(|(code, _)| *code == FALLBACK).unwrap();
    messages(source)
}

#[test]
fn the_promised_languages_are_there() {
    let texts = Texts::embedded();
    let union = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv";
    let further = "ar uk tr rm nb is ca eu gl cy fa fa-AF ps";
    for code in union.split(' ').chain(further.split(' ')) {
        let language = texts.find(code);
        assert_eq!(language.map(Language::code), Some(code));
    }
    for language in texts
        .languages()
        .filter(|language| language.code() != FALLBACK)
    {
        assert!(
            language.awaits_review(),
            "{}: reviewed? then say so here",
            language.code()
        );
    }
}

#[test]
fn every_language_has_every_text_with_its_variables() {
    let english = english();
    assert!(english.len() > 90);
    let texts = Texts::embedded();
    for (code, own) in others() {
        let missing = texts.language(code).missing();
        assert!(missing.is_empty(), "{code} lacks {missing:?}");
        for (id, text) in &own {
            if *id == "language-relatives" {
                continue;
            }
            let model = english.get(id);
            let model = model.unwrap_or_else(|| panic!("{code}: {id} is no text of the gate"));
            assert_eq!(
                variables(text),
                variables(model),
                "{code}: variables of {id}"
            );
            // French has a first of the month of its own.
            if *id != "date" {
                assert_eq!(keys(text), keys(model), "{code}: variants of {id}");
            }
        }
    }
}

/// The plural categories that whole numbers have in a language, as Fluent knows them.
fn plurals(code: &str) -> BTreeSet<String> {
    let source = "language-direction = ltr
receipts-erased = { $count ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}";
    let files = [("en", source), (code, source)];
    let texts = Texts::load(&files).unwrap();
    let category = |count: u32| {
        let count = count.to_string();
        let language = texts.language(code);
        language
            .format("receipts-erased", &[("count", &count)])
            .into_owned()
    };
    (0..=250).map(category).collect()
}

#[test]
fn selectors_have_all_plurals_of_the_language() {
    assert_eq!(plurals("ar").len(), 6);
    assert_eq!(plurals("cy").len(), 6);
    assert_eq!(plurals("de").len(), 2);
    for (code, own) in others() {
        let needed = plurals(code);
        for (id, text) in &own {
            let counted = ["{ $days ->", "{ $count ->"];
            let selectors = counted.iter().flat_map(|start| text.split(start).skip(1));
            for selector in selectors {
                let end = selector.find("\n}").unwrap_or(selector.len());
                let end = selector.find("\n    }").unwrap_or(end).min(end);
                for category in &needed {
                    let key = format!("[{category}]");
                    assert!(selector[..end].contains(&key), "{code}: {id} lacks {key}");
                }
            }
        }
    }
}

#[test]
fn quotation_marks_are_those_of_the_language() {
    for (code, own) in others() {
        let (quotes, _) = QUOTES
            .iter()
            .find(|(_, codes)| codes.split(' ').any(|c| c == code))
            .unwrap_or_else(|| panic!("{code}: which quotation marks has it?"));
        for (id, text) in &own {
            let words = words(text);
            assert!(
                !words.contains(['"', '\'']),
                "{code}: a straight quote in {id}"
            );
            // An apostrophe looks like a closing mark, and no language here opens with it.
            let marks = words.chars().filter(|c| "„“”«»‚‘‹›".contains(*c));
            let mut expected = quotes.chars().filter(|c| *c != '’').cycle();
            for mark in marks {
                assert_eq!(Some(mark), expected.next(), "{code}: {id}: {words}");
            }
        }
    }
}

#[test]
fn spaces_are_those_of_the_language() {
    let bound = |c: Option<char>| matches!(c, Some('\u{a0}' | '\u{202f}'));
    for (code, own) in others() {
        for (id, text) in &own {
            let words: Vec<char> = words(text).chars().collect();
            for (at, c) in words.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
                let after = words.get(at + 1).copied();
                let wanted = code == "fr";
                let place = || format!("{code}: {id}: {c}");
                match c {
                    ';' | ':' | '!' | '?' => assert_eq!(bound(before), wanted, "{}", place()),
                    '»' if code != "da" => assert_eq!(bound(before), wanted, "{}", place()),
                    '«' if code != "da" => assert_eq!(bound(after), wanted, "{}", place()),
                    _ => {}
                }
                let control = matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
                assert!(!control, "{code}: {id}: the code adds marks of direction");
                let spaced = *c == ' ' && matches!(after, Some(',' | '.' | ';' | '؛' | '،'));
                assert!(!spaced, "{code}: a space before a comma or stop in {id}");
            }
            assert!(!text.contains("..."), "{code}: {id}");
        }
    }
}

#[test]
fn no_english_is_left() {
    let english = english();
    let common = [
        "the", "your", "you", "and", "this", "which", "choices", "content", "cannot",
    ];
    for (code, own) in others() {
        for (id, text) in &own {
            // Names of countries and months may well be the same.
            if ["country-name", "date", "duration"].contains(id) || id.starts_with("language-") {
                continue;
            }
            let theirs = words(text);
            for (line, model) in theirs.lines().zip(words(&english[id]).lines()) {
                let letters = line.chars().any(char::is_alphabetic);
                let same = letters && line == model && !SHARED.contains(&line);
                assert!(!same, "{code}: {id} is as in English: {line}");
            }
            for word in theirs.split(|c: char| !c.is_alphabetic()) {
                assert!(!common.contains(&word), "{code}: {id} says {word}");
            }
        }
    }
}

#[test]
fn texts_are_about_as_long_as_in_english() {
    let english = english();
    let length = |text: &str| {
        words(text)
            .trim()
            .chars()
            .filter(|c| *c != '\u{fffc}')
            .count()
    };
    for (code, own) in others() {
        for id in BUTTONS {
            let (theirs, model) = (length(&own[id]), length(&english[id]));
            let most = model * 22 / 10;
            assert!(
                theirs <= most,
                "{code}: {id} has {theirs} letters, expected at most {most}"
            );
        }
        for (id, model) in &english {
            if model.contains("->") {
                continue;
            }
            let model = length(model);
            let theirs = length(&own[id]);
            let most = model * 17 / 10 + 25;
            assert!(
                theirs <= most,
                "{code}: {id} has {theirs} letters, expected at most {most}"
            );
        }
    }
}

#[test]
fn accepting_and_refusing_weigh_the_same() {
    let (mut accept, mut refuse) = (0, 0);
    for (code, own) in others() {
        for (yes, no) in [
            ("accept-all", "refuse-all"),
            ("choice-accept", "choice-refuse"),
        ] {
            let (yes, no) = (own[yes].chars().count(), own[no].chars().count());
            assert!(
                no <= yes * 2 && yes <= no * 2,
                "{code}: {yes} and {no} letters"
            );
            accept += yes;
            refuse += no;
        }
    }
    assert!(
        refuse * 4 <= accept * 5 && accept * 4 <= refuse * 5,
        "{accept} and {refuse}"
    );
}
