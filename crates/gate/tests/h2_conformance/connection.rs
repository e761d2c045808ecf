//! Preface, frames as such, settings, pings, flow control.

use super::Due::*;
use super::*;
use crate::proxy_support::{Wire, soon};

#[tokio::test]
async fn frames() {
    let oversized = vec![0; 16_385];
    run(vec![
        (
            "4.1",
            "a frame of an unknown type",
            frame(0x16, 0, 0, [0; 8]),
            Nothing,
        ),
        (
            "4.1",
            "a flag that means nothing",
            frame(PING, 0x16, 0, [0; 8]),
            Nothing,
        ),
        (
            "4.1",
            "the reserved bit of the stream",
            frame(PING, 0, 1 << 31, [0; 8]),
            Nothing,
        ),
        (
            "4.2",
            "a DATA frame that is too large",
            [post(1, &[]), frame(DATA, 0, 1, &oversized)].concat(),
            Reset(&[FRAME_SIZE_ERROR]),
        ),
        (
            "4.2",
            "the largest DATA frame",
            [post(1, &[]), frame(DATA, END_STREAM, 1, &oversized[1..])].concat(),
            Status(200),
        ),
        (
            "4.2",
            "a HEADERS frame that is too large",
            frame(HEADERS, END_HEADERS, 1, &oversized),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "4.2",
            "a SETTINGS frame that is too large",
            frame(SETTINGS, 0, 0, vec![0; 16_386]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "5.5",
            "an unknown frame within a header block",
            [
                frame(HEADERS, END_STREAM, 1, request("GET", "/")),
                frame(0x16, 0, 0, [0; 8]),
            ]
            .concat(),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.5",
            "an acknowledgement with content",
            frame(SETTINGS, ACK, 0, [0; 6]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.5",
            "settings of a stream",
            frame(SETTINGS, 0, 1, settings(&[(3, 100)])),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.5",
            "settings cut short",
            frame(SETTINGS, 0, 0, [0, 3, 0]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.5.2",
            "ENABLE_PUSH of 2",
            frame(SETTINGS, 0, 0, settings(&[(2, 2)])),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.5.2",
            "INITIAL_WINDOW_SIZE beyond the largest",
            frame(SETTINGS, 0, 0, settings(&[(4, 1 << 31)])),
            Goaway(&[FLOW_CONTROL_ERROR]),
        ),
        (
            "6.5.2",
            "MAX_FRAME_SIZE below the least",
            frame(SETTINGS, 0, 0, settings(&[(5, 16_383)])),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.5.2",
            "MAX_FRAME_SIZE beyond the largest",
            frame(SETTINGS, 0, 0, settings(&[(5, 1 << 24)])),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.5.2",
            "an unknown setting",
            frame(SETTINGS, 0, 0, settings(&[(0xff, 1)])),
            Nothing,
        ),
        (
            "6.5.3",
            "the same setting twice",
            frame(SETTINGS, 0, 0, settings(&[(4, 100), (4, 65_535)])),
            Nothing,
        ),
        (
            "6.7",
            "a PING of a stream",
            frame(PING, 0, 1, [0; 8]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.7",
            "a PING that is too short",
            frame(PING, 0, 0, [0; 6]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.7",
            "a PING that is too long",
            frame(PING, 0, 0, [0; 9]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.7",
            "an answer to no PING",
            frame(PING, ACK, 0, [0; 8]),
            Nothing,
        ),
        (
            "6.8",
            "a GOAWAY of a stream",
            frame(GOAWAY, 0, 1, [0; 8]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.8",
            "a GOAWAY that is too short",
            frame(GOAWAY, 0, 0, [0; 7]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.9",
            "a connection's WINDOW_UPDATE by nothing",
            frame(WINDOW_UPDATE, 0, 0, [0; 4]),
            Goaway(&[PROTOCOL_ERROR]),
        ),
        (
            "6.9",
            "a WINDOW_UPDATE that is too short",
            frame(WINDOW_UPDATE, 0, 0, [0; 3]),
            Goaway(&[FRAME_SIZE_ERROR]),
        ),
        (
            "6.9.1",
            "a connection's window beyond the largest",
            [window(0, i32::MAX), window(0, i32::MAX)].concat(),
            Goaway(&[FLOW_CONTROL_ERROR]),
        ),
        (
            "7",
            "a stream reset with an unknown error",
            [get(1, "/never"), frame(RST_STREAM, 0, 1, [0, 0, 0, 255])].concat(),
            Nothing,
        ),
        (
            "8.4",
            "a promise of a client",
            frame(
                PUSH_PROMISE,
                END_HEADERS,
                1,
                [&[0, 0, 0, 2][..], &request("GET", "/")].concat(),
            ),
            Goaway(&[PROTOCOL_ERROR]),
        ),
    ])
    .await;
}

pub(crate) fn window(stream: u32, by: i32) -> Vec<u8> {
    frame(WINDOW_UPDATE, 0, stream, by.to_be_bytes())
}

#[tokio::test]
async fn prefaces() {
    let _alone = Ear::open().await;
    let served = serve(|_| {}).await;
    for (about, bytes) in [
        ("HTTP/1", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n".to_vec()),
        (
            "a wrong preface",
            b"PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n".to_vec(),
        ),
        (
            "no settings",
            [PREFACE, &frame(PING, 0, 0, [0; 8])].concat(),
        ),
        (
            "a request before the settings",
            [PREFACE, &get(1, "/")].concat(),
        ),
    ] {
        let mut connection = H2 {
            wire: Wire::connect(served.address).await,
        };
        connection.send(bytes).await;
        // With a GOAWAY or without, which it "MAY omit".
        match see(&mut connection).await {
            Seen::Closed | Seen::Goaway(PROTOCOL_ERROR) => {}
            other => panic!("{about}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn pings_and_settings_are_answered() {
    let _alone = Ear::open().await;
    let served = serve(|_| {}).await;
    let mut connection = H2::connect(served.address).await;
    connection.send(frame(PING, 0, 0, b"whatever")).await;
    let pong = connection.next_of(PING).await;
    assert_eq!((pong.flags, &pong.payload[..]), (ACK, &b"whatever"[..]));
    connection
        .send(frame(SETTINGS, 0, 0, settings(&[(4, 1), (0xf0f0, 7)])))
        .await;
    assert_eq!(connection.next_of(SETTINGS).await.flags, ACK);
}

#[tokio::test]
async fn windows_are_kept_also_when_they_change() {
    let _alone = Ear::open().await;
    let served = serve(|_| {}).await;
    // 6.9.1: never more than the window.
    let mut connection = H2::with(served.address, &[(4, 1)]).await;
    connection.send(get(1, "/large")).await;
    assert_eq!(connection.next_of(DATA).await.payload.len(), 1);
    // 6.9.2: a larger initial window counts for streams that are open.
    connection
        .send(frame(SETTINGS, 0, 0, settings(&[(4, 4)])))
        .await;
    assert_eq!(connection.next_of(DATA).await.payload.len(), 3);
    // A smaller one can leave less than nothing, which has to be made up for first.
    connection
        .send(frame(SETTINGS, 0, 0, settings(&[(4, 2)])))
        .await;
    connection.next_of(SETTINGS).await;
    connection.send([window(1, 2), window(1, 1)].concat()).await;
    assert_eq!(connection.next_of(DATA).await.payload.len(), 1);
}

#[tokio::test]
async fn the_servers_window_holds_for_clients() {
    let _alone = Ear::open().await;
    let served = serve(|config| {
        config.http2.stream_window = 65_535;
        config.http2.window = 65_535;
    })
    .await;
    // Nobody reads the body of what waits for ever, so nothing opens the window again: the service
    // of `/never` does read it, hence a stream that is refused more than its window holds.
    let mut connection = H2::connect(served.address).await;
    let piece = [0; 16_384];
    connection.send(post(1, &[])).await;
    let flood = async {
        for _ in 0..1_000 {
            connection
                .try_send([frame(DATA, 0, 1, piece), frame(DATA, 0, 1, piece)].concat())
                .await;
        }
        connection
    };
    let mut connection = soon("flood", flood).await;
    let mut end = None;
    while let Some(frame) = connection.next().await {
        if matches!(frame.kind, GOAWAY | RST_STREAM) {
            end = Some(frame.code());
        }
    }
    // Closed by the flow control, or still open if the service kept up: then nothing was said.
    assert!(matches!(end, None | Some(FLOW_CONTROL_ERROR)), "{end:?}");
}
