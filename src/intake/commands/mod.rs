//! The commands of `amanat`, a file each. Here alone errors are `anyhow`: what happened, why, and what to do.

pub mod cli;
mod doctor;
mod export;
mod keys;
mod log;
mod memory;
mod migrate;
mod place;
mod questionnaire;
mod rotate;
mod say;
mod serve;
mod since;
mod surroundings;

use anyhow::Context as _;

/// The runtime that the database's connections live on.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).max_blocking_threads(8).enable_all().build().context("the runtime could not be started")
}
