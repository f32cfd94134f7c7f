// SPDX-License-Identifier: EUPL-1.2
//! A process that dies at every point where it waits, and starts again from what is in the database.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

/// Does `work`. With `crashes` it first dies at its first await, then begins again and dies at its second,
/// and so on: nothing but the database remembers what was done, until once it comes to its end.
pub async fn done_in_spite_of_crashes<T>(crashes: bool, mut work: impl AsyncFnMut() -> T) -> T {
    if !crashes {
        return work().await;
    }
    for awaits in 1.. {
        if let Some(done) = unless_it_dies(awaits, Box::pin(work())).await {
            return done;
        }
    }
    unreachable!("it comes to its end once it may wait often enough")
}

/// Does `work`, unless it dies at this await.
pub async fn unless_it_dies<T>(awaits: u32, work: impl Future<Output = T>) -> Option<T> {
    Dying {
        work: pin!(work),
        awaits,
    }
    .await
}

/// A future that is given up when it has waited so often.
struct Dying<'a, F> {
    work: Pin<&'a mut F>,
    awaits: u32,
}

impl<F: Future> Future for Dying<'_, F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.awaits == 1 => Poll::Ready(None),
            Poll::Pending => {
                self.awaits -= 1;
                Poll::Pending
            }
        }
    }
}
