//! Encodings that are said wrongly, twice or not at all: browsers and the gate must read one page.

use crate::runner::End::Page;
use crate::runner::{Case, PAGE, case, measured};

fn typed(charset: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={charset}\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn utf16(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| match little {
        true => unit.to_le_bytes(),
        false => unit.to_be_bytes(),
    };
    text.encode_utf16().flat_map(bytes).collect()
}

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let seven = "<!DOCTYPE html><p>WORDS</p>+ADw-iframe src=+ACI-https://player.example/1+ACI-+AD4-";
    let said = |label: &str| PAGE.replace("<p>", &format!("<meta charset=\"{label}\"><p>"));
    // ESC ( J and ESC $ B change what the next bytes mean; a quote may hide behind one.
    let escapes = PAGE.replace("<iframe", "<a title=\"\x1b$B\x1b(B\"><iframe");
    let open = PAGE.replace("<iframe", "<a title=\"\x1b$B\"><iframe");
    let shift = PAGE.replace("<iframe", "<a title=\"\u{0}\"><iframe").replace('\u{0}', "x");
    let mut lead = shift.into_bytes();
    let place = lead.windows(2).position(|two| two == b"x\"").unwrap();
    // The first byte of a character of two, whose second one would be the quote.
    lead[place] = 0x81;
    vec![
        case("utf-7", typed("utf-7", seven), Page),
        case("utf-7 said in the page", measured("", seven.replace("<p>", "<meta charset=utf-7><p>")), Page),
        case("an unknown label", typed("x-nonsense", PAGE), Page),
        case("an empty label", typed("", PAGE), Page),
        case("quotes round a label", typed("\"utf-8\"", PAGE), Page),
        case("two labels", typed("utf-8; charset=utf-16", PAGE), Page),
        case("utf-16 that is none", typed("utf-16le", PAGE), Page),
        case("utf-16 without a mark", typed("utf-16le", utf16(PAGE, true)), Page),
        case("utf-16 of the other order", typed("utf-16be", utf16(PAGE, false)), Page),
        case("utf-16 that only a mark says", measured("", [b"\xff\xfe".as_slice(), &utf16(PAGE, true)].concat()), Page),
        case("utf-16 by its mark, utf-8 by its head", typed("utf-8", [b"\xfe\xff".as_slice(), &utf16(PAGE, false)].concat()), Page),
        case("utf-16 that the page says of itself", measured("", said("utf-16")), Page),
        case("another one in the page than in the head", typed("utf-8", said("iso-2022-jp")), Page),
        case("two in the page", measured("", said("utf-8\"><meta charset=\"shift_jis")), Page),
        case("escapes of iso-2022-jp", typed("iso-2022-jp", &escapes), Page),
        case("an open escape of iso-2022-jp", typed("iso-2022-jp", &open), Page),
        case("an open escape without a label", measured("", said("iso-2022-jp").replace("<iframe", "<a title=\"\x1b$B\"><iframe")), Page),
        case("escapes of iso-2022-kr", typed("iso-2022-kr", &open), Page),
        case("hz-gb-2312", typed("hz-gb-2312", PAGE.replace("<iframe", "~{<iframe")), Page),
        case("a lead byte before a quote", typed("shift_jis", &lead), Page),
        case("a lead byte before a quote, in big5", typed("big5", &lead), Page),
        case("bytes that are no utf-8", typed("utf-8", [b"\xc3\x28\xff\xfe".as_slice(), PAGE.as_bytes()].concat()), Page),
        case("overlong markup", typed("utf-8", [b"<p>WORDS</p>\xc0\xbciframe src=\"https://player.example/1\"\xc0\xbe".as_slice()].concat()), Page),
        case("ebcdic", typed("cp037", PAGE), Page),
        case("x-user-defined", typed("x-user-defined", PAGE), Page),
    ]
}
