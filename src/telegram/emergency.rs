// SPDX-License-Identifier: EUPL-1.2
//! What must be answered even when the database is down: 🆘 goes straight out, past inbox and outbox.
//!
//! The update stays unacknowledged and is handled in full later; being told twice where to find help is
//! better than not at all.

use std::collections::{HashSet, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use futures::StreamExt;

use super::answer::CallError;
use super::client::Client;
use super::payload::{Plan, plan};
use crate::kernel::{ChatId, Outgoing};
use crate::store::Incoming;

/// What to send at once for a raw update; nothing for most.
pub type Hook = Arc<dyn Fn(&str) -> Vec<(ChatId, Outgoing)> + Send + Sync>;

/// So many updates are remembered as served.
const MOST_REMEMBERED: usize = 20_000;

/// Answers at once, each update once. Cheap to clone.
#[derive(Clone)]
pub struct Emergency {
    hook: Hook,
    client: Client,
    served: Arc<Mutex<Served>>,
}

impl fmt::Debug for Emergency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Emergency(…)")
    }
}

#[derive(Default)]
struct Served {
    known: HashSet<i64>,
    order: VecDeque<i64>,
}

impl Served {
    /// True the first time.
    fn begin(&mut self, update: i64) -> bool {
        if !self.known.insert(update) {
            return false;
        }
        self.order.push_back(update);
        if self.order.len() > MOST_REMEMBERED {
            let oldest = self.order.pop_front();
            self.known.remove(&oldest.unwrap_or_default());
        }
        true
    }

    fn failed(&mut self, update: i64) {
        self.known.remove(&update);
        self.order.retain(|known| *known != update);
    }
}

impl Emergency {
    /// Answers with what `hook` says, through `client`.
    pub fn new(hook: Hook, client: Client) -> Self {
        Self {
            hook,
            client,
            served: Arc::default(),
        }
    }

    /// Never has anything to say at once.
    pub fn none(client: Client) -> Self {
        Self::new(Arc::new(|_| Vec::new()), client)
    }

    /// Serves those of the updates that were not served yet.
    pub async fn serve(&self, updates: &[Incoming]) {
        futures::stream::iter(updates)
            .for_each_concurrent(16, |update| self.serve_one(update))
            .await;
    }

    async fn serve_one(&self, update: &Incoming) {
        if !self.served(|served| served.begin(update.update_id)) {
            return;
        }
        for (chat, outgoing) in (self.hook)(&update.raw) {
            let request = match plan(chat, &outgoing, None) {
                Plan::Call(request) => request,
                Plan::Nothing | Plan::Impossible(_) => continue,
            };
            metrics::counter!("sportello_emergency_total").increment(1);
            match self.client.send(request.method, request.body).await {
                Ok(_) => {}
                Err(CallError::Refused {
                    code: 400..=403, ..
                }) => {
                    tracing::warn!(method = request.method, "an emergency answer was refused");
                }
                Err(fault) => {
                    let (method, kind) = (request.method, fault.kind());
                    tracing::warn!(
                        method,
                        kind,
                        "an emergency answer did not get through, again soon"
                    );
                    self.served(|served| served.failed(update.update_id));
                    return;
                }
            }
        }
    }

    fn served<T>(&self, work: impl FnOnce(&mut Served) -> T) -> T {
        work(&mut self.served.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_served_once_unless_it_failed() {
        let mut served = Served::default();
        assert!(served.begin(1));
        assert!(!served.begin(1));
        served.failed(1);
        assert!(served.begin(1));
        for update in 2..=30_000 {
            assert!(served.begin(update));
        }
        assert_eq!(served.known.len(), MOST_REMEMBERED);
        assert_eq!(served.order.len(), MOST_REMEMBERED);
        assert!(!served.begin(30_000));
    }
}
