//! Health checks: the gate asks each upstream, now and then, whether it is well.

use std::sync::{Arc, Weak};

use http::Request;
use http::header::{self, HeaderValue};

use super::Shared;
use super::body::RequestBody;
use super::config::HealthCheck;
use super::exchange::{Outgoing, Sender};
use super::pool::{Lease, Member};

/// Checks in a row that must fail before an upstream counts as unwell: one may be bad luck.
const PATIENCE: u32 = 2;

/// Who asks, for the upstream's log.
const AGENT: HeaderValue = HeaderValue::from_static("jalousie (health check)");

/// Checks an upstream for as long as its proxy is in use.
pub(super) async fn watch(shared: Weak<Shared>, member: Arc<Member>, check: HealthCheck) {
    let mut failures = 0;
    loop {
        let Some(strong) = shared.upgrade() else {
            return;
        };
        match ask(&strong, &member, &check).await {
            Ok(()) => {
                failures = 0;
                member.set_unwell(false);
            }
            Err(reason) => {
                failures += 1;
                tracing::debug!(upstream = %member.upstream, reason, "health check failed");
                if failures >= PATIENCE {
                    member.set_unwell(true);
                }
            }
        }
        drop(strong);
        tokio::time::sleep(check.every).await;
    }
}

async fn ask(shared: &Shared, member: &Arc<Member>, check: &HealthCheck) -> Result<(), String> {
    let mut request = Box::new(Request::new(RequestBody::none()));
    *request.uri_mut() = check.path.clone().into();
    request.headers_mut().insert(header::USER_AGENT, AGENT);
    let host = check.host.as_ref().unwrap_or(&member.upstream.host_value);
    request.headers_mut().insert(header::HOST, host.clone());
    let outgoing = Outgoing {
        request,
        trailers: false,
        upgrade: false,
        hints: None,
    };
    let sender = Sender {
        timeout: check.timeout,
        ..shared.sender()
    };
    let mut lease = Lease::aside(member);
    let asking = sender.attempt(&mut lease, outgoing);
    // Also for a connection that is not made in time.
    let answer = tokio::time::timeout(check.timeout, asking).await;
    match answer {
        Ok(Ok(answer)) if check.healthy.contains(&answer.status().as_u16()) => Ok(()),
        Ok(Ok(answer)) => Err(format!("status {}", answer.status())),
        Ok(Err(failure)) => Err(failure.error.chain()),
        Err(_) => Err(format!("no answer in {:?}", check.timeout)),
    }
}
