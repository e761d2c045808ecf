//! Several sites behind one listener, told apart by host name.
//!
//! A [`Sites`] is a service that hands each request to the service of its site. What it knows is
//! replaced as a whole: a request sees all of the old configuration or all of the new one.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::request::Parts;
use http::{Request, Response, StatusCode};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_service::Service;

use crate::asking::Asking;
use crate::layer::{BoxError, GateBody, plain};
use crate::metrics::{Refusal, refused};
use crate::proxy;

/// The services of sites, by host name.
#[derive(Clone, Debug)]
pub struct Sites<S> {
    table: Arc<RwLock<Arc<Table<S>>>>,
}

/// Which site is whose.
#[derive(Debug)]
pub enum Table<S> {
    /// There is one, whatever host it is asked for.
    One(S),
    /// Several, each under one or more host names in small letters, without ports.
    ByHost(HashMap<String, S>),
}

impl<S> Table<S> {
    /// The site that a request is for; else the status and the words of a refusal.
    fn find(&self, request: &Parts) -> Result<&S, (StatusCode, &'static str)> {
        let sites = match self {
            Table::One(site) => return Ok(site),
            Table::ByHost(sites) => sites,
        };
        let host = proxy::host(request).map_err(|_| {
            const TEXT: &str = "expected one Host header that names a site\n";
            (StatusCode::BAD_REQUEST, TEXT)
        })?;
        let name = name_of(host.to_str().unwrap_or_default());
        sites.get(&name).ok_or((
            StatusCode::MISDIRECTED_REQUEST,
            "there is no site of this name here\n",
        ))
    }
}

/// A host's name without its port, in small letters.
fn name_of(host: &str) -> String {
    let end = match host.rfind(']') {
        Some(bracket) => bracket + 1,
        None => host.find(':').unwrap_or(host.len()),
    };
    // A bracket is one byte.
    host[..end].to_ascii_lowercase()
}

impl<S> Sites<S> {
    /// Sites as the table says.
    pub fn new(table: Table<S>) -> Self {
        Self {
            table: Arc::new(RwLock::new(Arc::new(table))),
        }
    }

    /// Replaces them all at once. Requests under way stay with the service that they began with.
    pub fn replace(&self, table: Table<S>) {
        // The lock only ever guards the exchange of one whole value for another.
        *self.table.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(table);
    }

    fn table(&self) -> Arc<Table<S>> {
        self.table
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl<S, Q, B> Service<Request<Q>> for Sites<S>
where
    S: Service<Request<Q>, Response = Response<GateBody<B>>, Error = BoxError> + Clone,
    B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    type Response = Response<GateBody<B>>;
    type Error = BoxError;
    type Future = SiteAnswer<S, Request<Q>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Q>) -> Self::Future {
        let table = self.table();
        let (parts, body) = request.into_parts();
        match table.find(&parts) {
            Ok(site) => SiteAnswer::Asked {
                asking: Asking::new(site.clone(), Request::from_parts(parts, body)),
            },
            Err((status, text)) => {
                refused(Refusal::Host, text.trim_end());
                SiteAnswer::Refused { status, text }
            }
        }
    }
}

pin_project! {
    /// A site's answer that is being made, or what is said where there is no such site.
    #[project = Step]
    pub enum SiteAnswer<S, Q>
    where
        S: Service<Q>,
    {
        #[doc(hidden)]
        Asked { #[pin] asking: Asking<S, Q> },
        #[doc(hidden)]
        Refused { status: StatusCode, text: &'static str },
    }
}

impl<S, Q, B> Future for SiteAnswer<S, Q>
where
    S: Service<Q, Response = Response<GateBody<B>>, Error = BoxError>,
    B: Body<Data = Bytes, Error: Into<BoxError>> + Unpin,
{
    type Output = Result<Response<GateBody<B>>, BoxError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.project() {
            Step::Asked { asking } => asking.poll(context),
            Step::Refused { status, text } => Poll::Ready(Ok(plain(*status, text))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hosts_name_is_without_port_and_case() {
        for (host, name) in [
            ("News.Example", "news.example"),
            ("news.example:8443", "news.example"),
            ("[::1]:80", "[::1]"),
            ("[::1]", "[::1]"),
            ("127.0.0.1:80", "127.0.0.1"),
        ] {
            assert_eq!(name_of(host), name);
        }
    }
}
