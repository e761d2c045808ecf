//! Pages that are not in UTF-8, or do not say what they are in.

use super::*;
use encoding_rs::Encoding;

const MARKUP: &str =
    "<p>\u{65e5}\u{672c}</p><img src=//e.x><iframe src=//e.x title='\u{65e5}'></iframe>";

fn in_encoding(label: &str, mark: &[u8], declare: &str) -> (Vec<u8>, Vec<Finding>, String) {
    let encoding = Encoding::for_label(label.as_bytes()).unwrap();
    let text = format!("{declare}{MARKUP}");
    let bytes: Vec<u8> = match label {
        "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding.encode(&text).0.into_owned(),
    };
    let header = (mark.is_empty() && declare.is_empty()).then_some(encoding);
    let (out, findings) = run(
        site(),
        Page {
            charset: header,
            ..page()
        },
        &[mark, &bytes].concat(),
    );
    let text = Encoding::for_bom(&out)
        .map_or(encoding, |(encoding, _)| encoding)
        .decode(&out)
        .0
        .into_owned();
    (out, findings, text)
}

#[test]
fn every_declared_encoding_is_read_and_written() {
    for (label, mark, declare) in [
        ("utf-8", &b""[..], ""),
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("utf-8", b"", "<meta charset=utf-8>"),
        ("utf-16le", b"\xff\xfe", ""),
        ("utf-16be", b"\xfe\xff", ""),
        ("utf-16le", b"", ""),
        ("utf-16be", b"", ""),
        ("shift_jis", b"", ""),
        ("shift_jis", b"", "<meta charset=sjis>"),
        ("euc-jp", b"", ""),
        ("gbk", b"", ""),
        (
            "gb18030",
            b"",
            "<meta http-equiv=content-type content='text/html;charset=gb18030'>",
        ),
        ("big5", b"", ""),
        ("iso-2022-jp", b"", ""),
        ("iso-2022-jp", b"", "<meta charset=iso-2022-jp>"),
    ] {
        let (out, findings, text) = in_encoding(label, mark, declare);
        assert_eq!(findings.len(), 2, "{label} {mark:?} {declare}");
        assert!(out.starts_with(mark));
        assert!(
            text.contains(
                "<p>\u{65e5}\u{672c}</p><img data-jalousie=\"resource\" data-jalousie-src=//e.x>"
            ),
            "{label}: {text}"
        );
        assert!(
            text.contains(">\u{65e5}</p>") && text.contains("\u{201c}") | text.contains("&#x201c;"),
            "{label}: {text}"
        );
    }
}

#[test]
fn where_browsers_may_guess_nothing_hangs_on_the_guess() {
    let none = Page {
        charset: None,
        ..page()
    };
    // In ISO-2022-JP the comment's beginning would be two characters, and the frame would be there.
    let (out, findings) = run(site(), none.clone(), b"\x1b$B<!--\x1b(B<img src=//e.x>-->");
    assert_eq!(
        (&*out, findings.len()),
        (&b"$B<!--(B<img src=//e.x>-->"[..], 0)
    );
    // A declaration that only some browsers find: the output leaves no choice.
    let (out, _) = run(
        site(),
        none.clone(),
        b"<title><meta charset=iso-2022-jp></title>\x1b$B!!\x1b(B",
    );
    assert_eq!(&out[..3], b"\xef\xbb\xbf");
    let (out, findings) = run(
        site(),
        none.clone(),
        "<img src=//e.x>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>()
            .as_slice(),
    );
    assert_eq!((&out[..2], findings.len()), (&b"\xff\xfe"[..], 1));
    // Bytes that mean a backslash in one encoding and half a character in another.
    let (out, findings) = run(
        site(),
        none,
        b"<style>a{b:'\x83\\'}c{d:url(//e.x)}'</style>",
    );
    assert_eq!(
        (&*out, findings.len()),
        (&b"<style data-jalousie=\"resource\"></style>"[..], 1)
    );
    let sjis = Page {
        charset: Some(encoding_rs::SHIFT_JIS),
        ..page()
    };
    let (out, _) = run(
        site(),
        sjis,
        b"<style>a{b:'\x83\\'}c{d:url(//e.x)}'</style>",
    );
    assert_eq!(
        out,
        b"<style data-jalousie=\"resource\">a{b:'\x83\\'}c{d:url(data:,)}'</style>"
    );
}

#[test]
fn a_notice_in_an_old_encoding_is_ascii() {
    let latin = Page {
        charset: Some(encoding_rs::WINDOWS_1252),
        ..page()
    };
    let (out, _) = run(
        site(),
        latin.clone(),
        b"<html lang=fr><p>\xe9</p><iframe src=//e.x title='\xe9'></iframe>",
    );
    assert!(out.starts_with(b"<html lang=fr><p>\xe9</p>"));
    assert_eq!(out.iter().filter(|byte| !byte.is_ascii()).count(), 2);
    let (out, _) = run(
        site(),
        latin,
        b"<iframe srcdoc='\xe9<img src=//e.x>'></iframe>",
    );
    assert!(
        out.starts_with(b"<iframe srcdoc=\"\xe9&lt;img "),
        "{}",
        String::from_utf8_lossy(&out)
    );
}
