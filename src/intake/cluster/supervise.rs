//! Keeps the private cluster running while the server runs.

use std::{
    sync::mpsc::{self, RecvTimeoutError},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::Cluster;

/// How often the cluster is looked at.
const LOOK: Duration = Duration::from_millis(250);

/// A thread that owns the cluster. Dropping it stops the cluster and waits for that.
pub struct Supervisor {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Supervisor {
    pub(super) fn start(cluster: Cluster, on_restart: impl Fn() + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel::<()>();
        let watch = move || {
            while stopped.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if !cluster.is_alive() {
                    on_restart();
                    // Tried again at the next look; until then forms wait, or are asked to come back.
                    let _ = cluster.start();
                }
            }
        };
        Self { stop: Some(stop), thread: thread::Builder::new().name("cluster".into()).spawn(watch).ok() }
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
