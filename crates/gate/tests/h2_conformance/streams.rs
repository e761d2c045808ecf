//! Streams: their states, numbers, priorities and windows; header blocks in several frames.

use super::Due::*;
use super::connection::window;
use super::*;

/// A stream that the client has reset.
fn after_reset(then: Vec<u8>) -> Vec<u8> {
    [
        post(1, &[]),
        frame(RST_STREAM, 0, 1, CANCEL.to_be_bytes()),
        then,
    ]
    .concat()
}

/// A stream on which the client has said everything.
fn after_end(then: Vec<u8>) -> Vec<u8> {
    [get(1, "/never"), then].concat()
}

fn part(flags: u8, block: &[u8]) -> Vec<u8> {
    frame(CONTINUATION, flags, 1, block)
}

#[tokio::test]
async fn states() {
    let body = || frame(DATA, END_STREAM, 1, "x");
    run(vec![
        (
            "5.1",
            "DATA on an idle stream",
            body(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "5.1",
            "RST_STREAM on an idle stream",
            frame(RST_STREAM, 0, 1, [0, 0, 0, 8]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "5.1",
            "WINDOW_UPDATE on an idle stream",
            window(1, 100),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "5.1",
            "CONTINUATION on an idle stream",
            part(END_HEADERS, &request("GET", "/")),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "5.1",
            "DATA after the end",
            after_end(body()),
            Reset(&[STREAM_CLOSED]),
        ),
        (
            "5.1",
            "HEADERS after the end",
            after_end(get(1, "/")),
            Reset(&[STREAM_CLOSED]),
        ),
        (
            "5.1",
            "CONTINUATION after the end",
            after_end(part(END_HEADERS, &[])),
            Goaway(&[PROTOCOL_ERROR, STREAM_CLOSED]),
        ),
        (
            "5.1",
            "WINDOW_UPDATE after the end",
            after_end(window(1, 100)),
            Nothing,
        ),
        (
            "5.1",
            "PRIORITY after the end",
            after_end(frame(PRIORITY, 0, 1, [0, 0, 0, 0, 1])),
            Nothing,
        ),
        (
            "5.1",
            "RST_STREAM after the end",
            after_end(frame(RST_STREAM, 0, 1, [0, 0, 0, 8])),
            Nothing,
        ),
        (
            "5.1",
            "HEADERS after a reset",
            after_reset(get(1, "/")),
            Reset(&[STREAM_CLOSED, PROTOCOL_ERROR]),
        ),
        (
            "5.1",
            "CONTINUATION after a reset",
            after_reset(part(END_HEADERS, &[])),
            Goaway(&[PROTOCOL_ERROR, STREAM_CLOSED]),
        ),
        (
            "5.1",
            "a second RST_STREAM",
            after_reset(frame(RST_STREAM, 0, 1, [0, 0, 0, 8])),
            Nothing,
        ),
        (
            "5.1.1",
            "a stream with an even number",
            get(2, "/"),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "5.1.1",
            "a stream with a smaller number",
            [get(5, "/never"), get(3, "/")].concat(),
            Reset(&[PROTOCOL_ERROR, STREAM_CLOSED]),
        ),
        (
            "5.1.2",
            "more streams than allowed",
            (0..11).flat_map(|n| get(n * 2 + 1, "/never")).collect(),
            Reset(&[REFUSED_STREAM, PROTOCOL_ERROR]),
        ),
        (
            "6.1",
            "DATA without a stream",
            frame(DATA, 0, 0, "x"),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.1",
            "more padding than DATA",
            [post(1, &[]), frame(DATA, PADDED | END_STREAM, 1, [6, 0, 0])].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.1",
            "padding that is all there is",
            [post(1, &[]), frame(DATA, PADDED | END_STREAM, 1, [2, 0, 0])].concat(),
            Status(200),
        ),
        (
            "6.1",
            "DATA with no room for its padding's length",
            [post(1, &[]), frame(DATA, PADDED | END_STREAM, 1, [])].concat(),
            Goaway(&[FRAME_SIZE_ERROR, PROTOCOL_ERROR]),
        ),
        (
            "6.2",
            "HEADERS without a stream",
            get(0, "/"),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.2",
            "more padding than HEADERS",
            frame(
                HEADERS,
                PADDED | END_STREAM | END_HEADERS,
                1,
                [&[255][..], &request("GET", "/")].concat(),
            ),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.2",
            "HEADERS with padding and priority",
            frame(
                HEADERS,
                PADDED | WITH_PRIORITY | END_STREAM | END_HEADERS,
                1,
                [&[1, 0, 0, 0, 0, 1][..], &request("GET", "/"), &[0]].concat(),
            ),
            Status(200),
        ),
        (
            "6.3",
            "PRIORITY without a stream",
            frame(PRIORITY, 0, 0, [0, 0, 0, 0, 1]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.3",
            "PRIORITY that is too short",
            [get(1, "/never"), frame(PRIORITY, 0, 1, [0; 4])].concat(),
            Reset(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.3",
            "PRIORITY of an idle stream",
            frame(PRIORITY, 0, 1, [0, 0, 0, 0, 1]),
            Nothing,
        ),
        (
            "6.4",
            "RST_STREAM without a stream",
            frame(RST_STREAM, 0, 0, [0; 4]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.4",
            "RST_STREAM that is too short",
            [get(1, "/never"), frame(RST_STREAM, 0, 1, [0; 3])].concat(),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.9",
            "a stream's WINDOW_UPDATE by nothing",
            [get(1, "/never"), window(1, 0)].concat(),
            Reset(&[PROTOCOL_ERROR]),
        ),
        (
            "6.9.1",
            "a stream's window beyond the largest",
            [get(1, "/never"), window(1, i32::MAX), window(1, i32::MAX)].concat(),
            Reset(&[FLOW_CONTROL_ERROR]),
        ),
        (
            "6.9.2",
            "a stream's window beyond the largest by a setting",
            [
                get(1, "/never"),
                window(1, i32::MAX - 65_535),
                frame(SETTINGS, 0, 0, settings(&[(4, 65_536)])),
            ]
            .concat(),
            Goaway(&[FLOW_CONTROL_ERROR]),
        ),
    ])
    .await;
}

#[tokio::test]
async fn header_blocks_in_several_frames() {
    let head = request("GET", "/");
    let (a, b) = head.split_at(head.len() / 2);
    let begun = |flags| frame(HEADERS, flags, 1, a);
    let other = get(3, "/");
    run(vec![
        (
            "6.10",
            "two frames",
            [begun(END_STREAM), part(END_HEADERS, b)].concat(),
            Status(200),
        ),
        (
            "6.10",
            "many frames, some empty",
            [
                begun(END_STREAM),
                part(0, &[]),
                part(0, &b[..1]),
                part(END_HEADERS, &b[1..]),
            ]
            .concat(),
            Status(200),
        ),
        (
            "4.3",
            "PRIORITY in between",
            [
                begun(END_STREAM),
                frame(PRIORITY, 0, 1, [0, 0, 0, 0, 1]),
                part(END_HEADERS, b),
            ]
            .concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "4.3",
            "PING in between",
            [
                begun(END_STREAM),
                frame(PING, 0, 0, [0; 8]),
                part(END_HEADERS, b),
            ]
            .concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "4.3",
            "HEADERS of another stream in between",
            [begun(END_STREAM), other.clone(), part(END_HEADERS, b)].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.2",
            "HEADERS of the same stream in between",
            [begun(END_STREAM), get(1, "/")].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "DATA in between",
            [begun(0), frame(DATA, 0, 1, "x"), part(END_HEADERS, b)].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION of another stream",
            [begun(END_STREAM), frame(CONTINUATION, END_HEADERS, 3, b)].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION without a stream",
            [begun(END_STREAM), frame(CONTINUATION, END_HEADERS, 0, b)].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION after a whole head",
            [get(1, "/never"), part(END_HEADERS, &[])].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION after the last one",
            [
                begun(END_STREAM),
                part(END_HEADERS, b),
                part(END_HEADERS, &[]),
            ]
            .concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION after DATA",
            [post(1, &[]), frame(DATA, 0, 1, "x"), part(END_HEADERS, &[])].concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.10",
            "CONTINUATION for ever",
            [
                begun(END_STREAM),
                (0..10_000).flat_map(|_| part(0, &[])).collect(),
            ]
            .concat(),
            Goaway(&[ENHANCE_YOUR_CALM, PROTOCOL_ERROR]),
        ),
    ])
    .await;
}
