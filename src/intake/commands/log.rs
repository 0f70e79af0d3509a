//! The log: our own events alone. No library writes to it, because a library's event can hold what a person sent.

use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    layer::SubscriberExt as _,
    util::SubscriberInitExt as _,
};

use crate::intake::config::Level;

/// Logs to standard error. A panic is logged by its place in the code, never by its message.
pub(super) fn start(level: Level) {
    let level = match level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
        Level::Trace => LevelFilter::TRACE,
    };
    let ours = Targets::new().with_target("amanat", level);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false).with_target(false);
    // The system's journal adds a time of its own to what is logged as a whole; no line is about one request.
    let _ = tracing_subscriber::registry().with(lines.without_time()).with(ours).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| (place.file(), place.line()));
        tracing::error!(?place, "a part of the program stopped; please report this place");
    }));
}
