//! A small web application with the gate as a layer around it: no proxy, one process.
//!
//! Run it with `cargo run -p jalousie-gate --example layer` and open the address it prints.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use jalousie_core::catalogue::Catalogue;
use jalousie_core::frame::Keys;
use jalousie_core::site::Site;
use jalousie_core::texts::Texts;
use jalousie_gate::layer::{BoxError, Gate, GateLayer, GateService, Public};
use jalousie_gate::server::{Server, ServerConfig};
use std::convert::Infallible;
use tower_layer::Layer;
use tower_service::Service;

/// The application: any tower service will do, such as an axum `Router`.
#[derive(Clone)]
struct Application;

impl<B> Service<Request<B>> for Application {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(
        &mut self,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Result<(), Infallible>> {
        std::task::Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<B>) -> Self::Future {
        let page = include_str!("page.html");
        let answer = Response::builder()
            .header("content-type", "text/html; charset=utf-8")
            .body(Full::from(page));
        std::future::ready(Ok(answer.unwrap_or_default()))
    }
}

/// The application behind the gate.
fn gated() -> Result<GateService<Application>, BoxError> {
    // A real application keeps its key, so that pages in caches stay valid.
    let keys = Keys::new(vec![[0x5a; 32]]).ok_or("no key")?;
    let site = Site::new(keys, Catalogue::embedded()?, Texts::embedded());
    Ok(GateLayer::new(Gate::new(site, Public::default())).layer(Application))
}

#[tokio::main]
async fn main() -> Result<(), BoxError> {
    let server = Server::bind(([127, 0, 0, 1], 0).into(), ServerConfig::default()).await?;
    println!("http://{}/", server.local_addr()?);
    server
        .serve(gated()?, async {
            tokio::signal::ctrl_c().await.unwrap_or_default()
        })
        .await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn the_application_is_gated() {
        let server = Server::bind(([127, 0, 0, 1], 0).into(), ServerConfig::default())
            .await
            .unwrap();
        let address = server.local_addr().unwrap();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let running = tokio::spawn(server.serve(gated().unwrap(), async {
            stopped.await.unwrap_or_default()
        }));
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n")
            .await
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(
            answer.contains("data-service=\"vimeo\"")
                && answer.contains("content-security-policy: default-src 'self'")
        );
        assert!(!answer.contains("<iframe"), "{answer}");
        stop.send(()).unwrap();
        running.await.unwrap();
    }
}
