//! The `Date` of answers.

use std::cell::RefCell;
use std::time::{SystemTime, UNIX_EPOCH};

use http::HeaderValue;

use crate::time::http_date;

thread_local! {
    /// The second for which it was written last, and what was written.
    static WRITTEN: RefCell<(u64, HeaderValue)> =
        const { RefCell::new((u64::MAX, HeaderValue::from_static(""))) };
}

/// Now; written once a second by each thread.
pub(super) fn date() -> HeaderValue {
    let now = SystemTime::now();
    let second = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    WRITTEN.with_borrow_mut(|(last, value)| {
        if *last != second
            && let Ok(written) = HeaderValue::try_from(http_date(now))
        {
            (*last, *value) = (second, written);
        }
        value.clone()
    })
}
