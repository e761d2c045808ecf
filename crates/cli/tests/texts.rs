//! A publisher's own texts: `texts/<language>.ftl` in its folder of services.

mod support;

use support::Folder;

const PAGE: &str = "<!DOCTYPE html><html lang=\"LANG\"><meta charset=\"utf-8\"><body>\
                    <iframe src=\"https://third.example/\"></iframe></body></html>";

/// A site with words of its own, in a language that there is and in one that there is not.
fn site(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("jalousie.toml", "[services]\nfolder = \"own\"\n");
    folder.write("own/texts/fr.ftl", "accept-once = Ouvrir\n");
    folder.write(
        "own/texts/sc.ftl",
        "### review: awaiting a native review\naccept-once = Ammustra custu\n",
    );
    folder
}

fn rewritten(folder: &Folder, language: &str) -> String {
    folder.write("page.html", &PAGE.replace("LANG", language));
    let arguments = ["rewrite", "--url", "https://news.example/", "page.html"];
    folder.run(&arguments).ended(0).out
}

#[test]
fn own_texts_come_first_and_the_rest_stays() {
    let folder = site("own-texts");
    let french = rewritten(&folder, "fr-CH");
    assert!(french.contains(">Ouvrir "), "{french}");
    assert!(french.contains("lang=\"fr\"") && french.contains("Refuser"));
    let sardinian = rewritten(&folder, "sc");
    assert!(sardinian.contains(">Ammustra custu "), "{sardinian}");
    assert!(sardinian.contains("lang=\"sc\"") && sardinian.contains(">Refuse: "));
}

#[test]
fn a_check_says_which_languages_there_are_and_what_they_lack() {
    let out = site("checked-texts").run(&["check"]).ended(0).out;
    let languages = out
        .lines()
        .find(|line| line.contains("languages "))
        .unwrap();
    for part in [" fr,", " sc,", " await a native review"] {
        assert!(languages.contains(part), "{part} is not in {languages}");
    }
    let lacking: Vec<&str> = out
        .lines()
        .filter(|line| line.contains(" lacks "))
        .collect();
    assert_eq!(lacking.len(), 1, "{out}");
    assert!(
        lacking[0].contains("sc lacks ") && lacking[0].contains("language-name"),
        "{out}"
    );
}

#[test]
fn a_mistake_in_own_texts_is_an_error_that_says_where() {
    let folder = site("wrong-texts");
    folder.write("own/texts/fr.ftl", "accept-once = Ouvrir\nrefuse = { $\n");
    let err = folder.run(&["check"]).ended(1).err;
    assert!(err.contains("texts/fr.ftl: line 2"), "{err}");
}
