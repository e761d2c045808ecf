//! `Content-Encoding` that lies, and bodies that decode to more than anybody can read.

use crate::gate_support::encoded;
use crate::runner::End::{Broken, Empty, Error, ErrorOrBroken, Page};
use crate::runner::{Case, PAGE, case, measured};
use jalousie_gate::coding::Coding;
use std::io::Write as _;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    encoded(Coding::Gzip, bytes)
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

fn labelled(label: &str, body: impl AsRef<[u8]>) -> Vec<u8> {
    measured(&format!("Content-Encoding: {label}\r\n"), body)
}

/// A page of much more than a hundred times its size, and more than 16 MiB: `unit` decodes to one
/// megabyte, and stands there again and again.
fn bomb(unit: Vec<u8>) -> Vec<u8> {
    unit.repeat(24)
}

#[rustfmt::skip] // a table: one line, one case
pub(crate) fn cases() -> Vec<Case> {
    let page = PAGE.as_bytes();
    let packed = gzip(page);
    let mut damaged = packed.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0xff;
    let mut checksum = packed.clone();
    let end = checksum.len() - 6;
    checksum[end] ^= 0xff;
    let followed = [packed.as_slice(), PAGE.as_bytes()].concat();
    let members = [gzip(b"<p>WORDS</p>"), gzip(page)].concat();
    let megabyte = vec![b'w'; 1 << 20];
    // The window descriptor of a zstd frame: 2 GiB, where the web allows 8 MiB.
    let huge_window = b"\x28\xb5\x2f\xfd\x00\xa8\x09\x00\x00hello".as_slice();
    // Brotli's "large window" extension, which browsers do not read.
    let large_brotli = b"\x11\x1e\x00\x00".as_slice();
    vec![
        case("gzip", labelled("gzip", &packed), Page),
        case("gzip in capitals and with spaces", labelled(" GZIP ,", &packed), Page),
        case("x-gzip", labelled("x-gzip", &packed), Page),
        case("deflate", labelled("deflate", deflate(page)), Page),
        case("brotli", labelled("br", encoded(Coding::Brotli, page)), Page),
        case("zstd", labelled("zstd", encoded(Coding::Zstd, page)), Page),
        case("gzip twice, and said so", labelled("gzip, gzip", gzip(&packed)), Page),
        case("gzip twice in two lines", measured("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", gzip(&packed)), Page),
        case("four codings", labelled("gzip, gzip, gzip, gzip", &packed), Error(502)),
        case("an unknown coding", labelled("exotic", page), Error(502)),
        case("compress", labelled("compress", page), Error(502)),
        case("a dictionary that nobody has", labelled("dcb", page), Error(502)),
        case("a coding that is no text", [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \xff\r\nContent-Length: 5\r\n\r\nWORDS".as_slice()].concat(), Error(502)),
        case("plain text that is said to be gzip", labelled("gzip", page), Error(502)),
        case("plain text that is said to be brotli", labelled("br", page), Error(502)),
        case("plain text that is said to be zstd", labelled("zstd", page), Error(502)),
        case("plain text that is said to be deflate", labelled("deflate", page), Error(502)),
        case("gzip that is said to be brotli", labelled("br", &packed), ErrorOrBroken),
        case("gzip that is cut off", labelled("gzip", &packed[..middle]), ErrorOrBroken),
        case("gzip that is damaged", labelled("gzip", &damaged), ErrorOrBroken),
        case("gzip with a wrong checksum", labelled("gzip", &checksum), ErrorOrBroken),
        case("gzip with markup behind it", labelled("gzip", &followed), Page),
        case("gzip in two members", labelled("gzip", &members), Page),
        case("gzip with half a second member", labelled("gzip", &members[..members.len() - 20]), ErrorOrBroken),
        case("nothing, said to be gzip", labelled("gzip", ""), Empty(200)),
        case("gzip of nothing", labelled("gzip", gzip(b"")), Empty(200)),
        case("HEAD of gzip", labelled("gzip", ""), Empty(200)).asked_with("HEAD"),
        case("zstd with a window of 2 GiB", labelled("zstd", huge_window), Error(502)),
        case("brotli with a large window", labelled("br", large_brotli), ErrorOrBroken),
        case("a gzip bomb", labelled("gzip", bomb(gzip(&megabyte))), Broken),
        case("a zstd bomb", labelled("zstd", bomb(encoded(Coding::Zstd, &megabyte))), Broken),
        case("a bomb in a bomb", labelled("gzip, gzip", gzip(&bomb(gzip(&megabyte)))), Broken),
    ]
}
