//! Content codings: round trips at any chunking, bad bodies, bombs, flushes.

#![allow(clippy::unwrap_used)]

use std::io::Write;

use jalousie_gate::coding::{
    Coding, DecodeError, Decoder, Encoder, SLICE, Step, UnsupportedCoding,
};
use proptest::prelude::*;

const WRITTEN: [Coding; 3] = [Coding::Gzip, Coding::Brotli, Coding::Zstd];

fn encode(coding: Coding, page: &[u8], chunk: usize) -> Vec<u8> {
    let (mut encoder, mut out) = (Encoder::new(coding).unwrap(), Vec::new());
    for piece in page.chunks(chunk) {
        encoder.push(piece, &mut out).unwrap();
    }
    encoder.finish(&mut out).unwrap();
    out
}

fn decode(encoding: &str, body: &[u8], chunk: usize) -> Result<Vec<u8>, DecodeError> {
    let (mut decoder, mut page) = (Decoder::for_encoding(encoding).unwrap(), Vec::new());
    for piece in body.chunks(chunk) {
        decoder.push(piece, |bytes| {
            assert!(bytes.len() <= SLICE);
            page.extend_from_slice(bytes);
            Ok::<_, DecodeError>(())
        })?;
    }
    decoder.finish().map(|()| page)
}

fn zlib(page: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(page).unwrap();
    writer.finish().unwrap()
}

fn raw_deflate(page: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(page).unwrap();
    writer.finish().unwrap()
}

fn page() -> Vec<u8> {
    (0..1_500u32)
        .flat_map(|n| format!("<p>line {n} of {}</p>", n.wrapping_mul(n)).into_bytes())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn chunking_changes_nothing(
        body in proptest::collection::vec(prop_oneof![Just(b'a'), Just(b'<'), any::<u8>()], 0..8_000),
        write in 1usize..5000,
        read in 1usize..5000,
    ) {
        for coding in WRITTEN {
            let packed = encode(coding, &body, write);
            prop_assert_eq!(&decode(coding.token(), &packed, read).unwrap(), &body);
        }
        for packed in [zlib(&body), raw_deflate(&body)] {
            prop_assert_eq!(&decode("deflate", &packed, read).unwrap(), &body);
        }
        prop_assert_eq!(&decode("identity", &body, read).unwrap(), &body);
    }

    #[test]
    fn noise_never_panics(body in proptest::collection::vec(any::<u8>(), 0..2000), chunk in 1usize..300) {
        for encoding in ["gzip", "deflate", "br", "zstd", "br, gzip"] {
            let _ = decode(encoding, &body, chunk);
        }
    }

    #[test]
    fn a_damaged_body_never_decodes_to_more_than_was_there(
        place in 0usize..10_000, bit in 0u8..8, chunk in 1usize..5000,
    ) {
        // gzip has a checksum, so any damage must be noticed by the end.
        let page = page();
        let mut packed = encode(Coding::Gzip, &page, 4096);
        let place = 10 + place % (packed.len() - 10);
        packed[place] ^= 1 << bit;
        // Only the last bytes may turn into ignored padding; then the page is whole.
        if let Ok(decoded) = decode("gzip", &packed, chunk) {
            prop_assert_eq!(decoded, page);
        }
    }
}

#[test]
fn byte_by_byte() {
    let page = page();
    for coding in WRITTEN {
        let packed = encode(coding, &page, 16 * 1024);
        assert_eq!(
            decode(coding.token(), &packed, 1).unwrap(),
            page,
            "{coding:?}"
        );
    }
    assert_eq!(decode("deflate", &zlib(&page), 1).unwrap(), page);
    assert_eq!(decode("deflate", &raw_deflate(&page), 1).unwrap(), page);
}

#[test]
fn every_truncation_is_an_error() {
    let page = b"<p>a page</p>".repeat(40);
    let mut bodies: Vec<(&str, Vec<u8>)> = WRITTEN
        .iter()
        .map(|coding| (coding.token(), encode(*coding, &page, 100)))
        .collect();
    bodies.push(("deflate", zlib(&page)));
    bodies.push(("deflate", raw_deflate(&page)));
    bodies.push((
        "gzip, br",
        encode(Coding::Brotli, &encode(Coding::Gzip, &page, 100), 100),
    ));
    for (encoding, body) in bodies {
        for end in 1..body.len() {
            assert!(
                decode(encoding, &body[..end], 7).is_err(),
                "{encoding} cut at {end}"
            );
        }
        assert_eq!(decode(encoding, &body, 7).unwrap(), page);
    }
}

#[test]
fn an_empty_body_is_an_empty_page() {
    for encoding in ["gzip", "deflate", "br", "zstd", "gzip, br", "identity", ""] {
        assert_eq!(decode(encoding, b"", 1).unwrap(), b"", "{encoding}");
    }
}

#[test]
fn several_members_and_trailing_bytes() {
    let mut packed = encode(Coding::Gzip, b"one ", 9);
    packed.extend(encode(Coding::Gzip, b"two", 9));
    packed.extend([0; 40]);
    for chunk in [1, 3, 1000] {
        assert_eq!(decode("gzip", &packed, chunk).unwrap(), b"one two");
    }
    let mut frames = encode(Coding::Zstd, b"one ", 9);
    frames.extend(encode(Coding::Zstd, b"two", 9));
    assert_eq!(decode("zstd", &frames, 2).unwrap(), b"one two");
    for coding in [Coding::Gzip, Coding::Brotli] {
        let mut packed = encode(coding, b"page", 9);
        packed.extend(b"\n");
        assert_eq!(decode(coding.token(), &packed, 1000).unwrap(), b"page");
    }
}

#[test]
fn stacked_codings_come_off_in_reverse() {
    let page = page();
    let gzip_then_brotli = encode(Coding::Brotli, &encode(Coding::Gzip, &page, 999), 999);
    assert_eq!(decode("gzip, br", &gzip_then_brotli, 777).unwrap(), page);
    assert!(decode("br, gzip", &gzip_then_brotli, 777).is_err());
    let three = encode(Coding::Zstd, &gzip_then_brotli, 999);
    assert_eq!(decode(" GZIP,br , Zstd", &three, 13).unwrap(), page);
    let four = Decoder::for_encoding("gzip, gzip, gzip, gzip").unwrap_err();
    assert_eq!(four, UnsupportedCoding::TooMany { found: 4, limit: 3 });
    let unknown = Decoder::for_encoding("gzip, sdch").unwrap_err();
    assert_eq!(unknown, UnsupportedCoding::Unknown("sdch".to_owned()));
}

#[test]
fn a_bomb_comes_out_in_slices() {
    // 4 MiB of zeros, packed twice: some hundred bytes.
    let mut encoder = Encoder::new(Coding::Gzip).unwrap();
    let mut once = Vec::new();
    for _ in 0..4 {
        encoder.push(&[0; 1 << 20], &mut once).unwrap();
    }
    encoder.finish(&mut once).unwrap();
    let bomb = encode(Coding::Brotli, &once, 4096);
    assert!(bomb.len() < 2000, "{}", bomb.len());

    let mut decoder = Decoder::for_encoding("gzip, br").unwrap();
    let (mut input, mut out, mut total, mut most) = (&bomb[..], Vec::new(), 0usize, 0);
    while decoder.step(&mut input, &mut out).unwrap() == Step::More {
        total += out.len();
        most = most.max(out.capacity());
        out.clear();
    }
    assert_eq!(total + out.len(), 4 << 20);
    assert!(most <= 2 * SLICE, "{most}");
    decoder.finish().unwrap();
}

#[test]
fn a_body_that_decodes_to_far_more_than_pages_do_is_given_up() {
    let megabyte = encode(Coding::Zstd, &vec![b'w'; 1 << 20], 1 << 20);
    let count = |members: usize| {
        let mut given = 0;
        let mut decoder = Decoder::for_encoding("zstd").unwrap();
        let result = decoder.push(&megabyte.repeat(members), |bytes| {
            given += bytes.len();
            Ok::<_, DecodeError>(())
        });
        (result, given)
    };
    assert_eq!(
        count(15),
        (Ok(()), 15 << 20),
        "what is small may be anything"
    );
    let (result, given) = count(1_000);
    assert!(
        matches!(result, Err(DecodeError::TooMuch { .. })),
        "{result:?}"
    );
    assert!(given < 32 << 20, "{given}");
}

#[test]
fn a_flush_brings_out_all_that_was_pushed() {
    for coding in WRITTEN {
        let (mut encoder, mut packed) = (Encoder::new(coding).unwrap(), Vec::new());
        let mut decoder = Decoder::for_encoding(coding.token()).unwrap();
        let mut seen = Vec::new();
        for piece in [&b"<p>first"[..], &page(), b"</p>"] {
            packed.clear();
            encoder.push(piece, &mut packed).unwrap();
            encoder.flush(&mut packed).unwrap();
            seen.clear();
            decoder
                .push(&packed, |bytes| {
                    seen.extend_from_slice(bytes);
                    Ok::<_, DecodeError>(())
                })
                .unwrap();
            assert_eq!(seen, piece, "{coding:?}");
        }
        assert!(decoder.finish().is_err());
        packed.clear();
        encoder.finish(&mut packed).unwrap();
        decoder.push(&packed, |_| Ok::<_, DecodeError>(())).unwrap();
        decoder.finish().unwrap();
    }
}

#[test]
fn a_window_larger_than_the_web_allows_is_refused() {
    // RFC 8878: magic, a descriptor without single segment, then a window of 2^(10+20) bytes.
    let frame = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 20 << 3, 0x01, 0x00, 0x00];
    assert!(matches!(
        decode("zstd", &frame, 100),
        Err(DecodeError::Corrupt { .. })
    ));
    // Brotli's "large window" extension starts with 0x11.
    assert!(decode("br", &[0x11, 0x1e, 0, 0, 0, 0], 100).is_err());
}
