//! Opening the store of receipts that a configuration names.

use crate::config::{Loaded, StoreSetting};
use crate::exit::Error;
use crate::running::Running;
use jalousie_core::consent::receipt::Time;
use jalousie_core::frame::Keys;
use jalousie_gate::receipts::{Opening, Postgres, Receipts, Sqlite, Store};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, SystemTime};

/// How often receipts that are too old are looked for.
const PURGING: Duration = Duration::from_secs(3600);

/// Opens the store; `None` where there are no receipts. It blocks, and must not be called in a runtime.
pub(crate) fn open(
    loaded: &Loaded,
    keys: &Keys,
    opening: Opening,
) -> Result<Option<Box<dyn Store>>, Error> {
    let settings = &loaded.receipts;
    Ok(Some(match &settings.store {
        StoreSetting::Off => return Ok(None),
        StoreSetting::Sqlite(path) => Box::new(Sqlite::open(path, opening, keys.clone())?),
        StoreSetting::Postgres(url) => {
            let ca_file = settings.ca_file.as_deref();
            Box::new(Postgres::open(url, ca_file, opening, keys.clone())?)
        }
    }))
}

/// The queue before the store that a gate writes to.
pub(crate) fn queue(loaded: &Loaded, keys: &Keys) -> Result<Option<Arc<Receipts>>, Error> {
    // A store blocks, and this may be asked in a runtime: so on a thread of its own.
    let opened = thread::scope(|scope| {
        let opening = scope.spawn(|| open(loaded, keys, Opening::Create));
        opening
            .join()
            .unwrap_or_else(|_| Err("opening the store of receipts failed".into()))
    });
    let store = opened.map_err(|error| {
        let hint = "[receipts] store says where receipts are kept; store = \"off\" keeps none";
        format!("{error}\n  {hint}")
    })?;
    let queue = store.map(|store| Receipts::new(store, loaded.receipts.queue));
    Ok(queue.transpose()?)
}

/// Now, as this machine's clock has it.
pub(crate) fn now() -> Time {
    let elapsed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let milliseconds = elapsed.map_or(0, |elapsed| elapsed.as_millis());
    Time::from_milliseconds(i64::try_from(milliseconds).unwrap_or(i64::MAX))
}

/// Erases receipts once they are as old as their site keeps them: at the start, and then every hour.
pub(crate) async fn purge(sites: Running) {
    let mut clock = tokio::time::interval(PURGING);
    loop {
        clock.tick().await;
        for gate in sites.gates() {
            if let (Some(receipts), Some(days)) = (gate.receipts(), gate.site().receipt_days) {
                purge_one(receipts, days).await;
            }
        }
    }
}

async fn purge_one(receipts: &Receipts, days: u32) {
    match receipts.purge(now().days_earlier(days), now()).await {
        Ok(0) => {}
        Ok(erased) => {
            tracing::info!(target: "jalousie::receipts", erased, days, "erased receipts for their age")
        }
        Err(error) => {
            tracing::warn!(target: "jalousie::receipts", %error, "receipts could not be erased for their age; the next attempt is in an hour")
        }
    }
}
