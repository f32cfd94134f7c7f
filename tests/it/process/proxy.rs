// SPDX-License-Identifier: EUPL-1.2
//! A wire that can be cut: passes TCP on to whoever answers, or loses everything, or hangs up.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the wire is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// Everything passes.
    Whole,
    /// Nothing passes and nobody is told, as when a cable is pulled.
    Silent,
    /// Connections end, and new ones end at once.
    Cut,
}

/// The wire; it goes when this is dropped.
pub struct Proxy {
    /// Where to connect to.
    pub address: SocketAddr,
    wire: watch::Sender<Wire>,
    accepting: tokio::task::AbortHandle,
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.is_now(Wire::Cut);
        self.accepting.abort();
    }
}

impl Proxy {
    /// A wire from `listen` to the targets, by turns; one that does not answer is passed over.
    pub async fn start(listen: &str, targets: Vec<SocketAddr>) -> Self {
        let listener = TcpListener::bind(listen).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (wire, state) = watch::channel(Wire::Whole);
        let targets: Arc<[SocketAddr]> = targets.into();
        let turn = Arc::new(AtomicUsize::new(0));
        let accepting = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (state, targets, turn) =
                    (state.clone(), Arc::clone(&targets), Arc::clone(&turn));
                tokio::spawn(async move { pass(client, state, &targets, &turn).await });
            }
        });
        Self {
            address,
            wire,
            accepting: accepting.abort_handle(),
        }
    }

    /// Cuts or mends.
    pub fn is_now(&self, wire: Wire) {
        self.wire.send_replace(wire);
    }
}

async fn pass(
    client: TcpStream,
    mut state: watch::Receiver<Wire>,
    targets: &[SocketAddr],
    turn: &AtomicUsize,
) {
    let there = state.wait_for(|wire| *wire != Wire::Silent).await;
    let cut = there.map_or(true, |wire| *wire == Wire::Cut);
    if cut {
        return;
    }
    for _ in targets {
        let target = targets[turn.fetch_add(1, Ordering::Relaxed) % targets.len()];
        if let Ok(server) = TcpStream::connect(target).await {
            let (client_in, client_out) = client.into_split();
            let (server_in, server_out) = server.into_split();
            tokio::select! {
                () = pump(client_in, server_out, state.clone()) => {}
                () = pump(server_in, client_out, state) => {}
            }
            return;
        }
    }
}

async fn pump(
    mut from: impl AsyncReadExt + Unpin,
    mut to: impl AsyncWriteExt + Unpin,
    mut state: watch::Receiver<Wire>,
) {
    let mut buffer = vec![0; 16_384];
    let mut cut = state.clone();
    loop {
        let read = tokio::select! {
            read = from.read(&mut buffer) => read,
            _ = cut.wait_for(|wire| *wire == Wire::Cut) => return,
        };
        let Ok(read @ 1..) = read else { return };
        let gone = state.wait_for(|wire| *wire != Wire::Silent).await.is_err();
        if gone || to.write_all(&buffer[..read]).await.is_err() {
            return;
        }
    }
}
