//! The listener: HTTP/1.1 over TLS, and nothing in plaintext.

use std::{io, net::SocketAddr, num::NonZero, sync::Arc, time::Duration};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServerHandle},
    middleware::from_fn,
    web,
};

use super::{
    Shared, headers, routes,
    tls::{self, Certificate, TlsError},
};

/// Blocking threads of one worker, for spooling and sealing.
const BLOCKING: usize = 8;
/// Connections of one worker.
const CONNECTIONS: usize = 1024;
/// A request's head must be there by then.
const HEAD: Duration = Duration::from_mins(1);
/// Between two requests of one connection.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// What a sender that was refused may still send before the connection is cut.
const GOODBYE: Duration = Duration::from_secs(10);
/// Forms that are arriving when the server stops may take this long to end, in seconds.
const LAST_FORMS: u64 = 30;

/// Why the server does not listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// The address cannot be used.
    #[error("{address} cannot be listened on; is another server there, or is the port below 1024?")]
    Bind {
        /// Which.
        address: SocketAddr,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// TLS could not be set up.
    #[error(transparent)]
    Tls(#[from] TlsError),
}

/// A server that listens, the address that it got, and the handle that stops it.
pub struct Listening {
    /// To be awaited.
    pub server: Server,
    /// Stops it.
    pub handle: ServerHandle,
    /// With the port that was chosen, if it was 0.
    pub address: SocketAddr,
}

/// Listens on `address`.
pub fn listen(
    address: SocketAddr,
    workers: Option<usize>,
    certificate: Arc<Certificate>,
    shared: web::Data<Shared>,
) -> Result<Listening, ListenError> {
    let config = tls::server_config(certificate)?;
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let app = move || App::new().app_data(shared.clone()).wrap(from_fn(headers::strict)).configure(routes::routes);
    let server = HttpServer::new(app)
        .workers(workers.unwrap_or_else(cores))
        .worker_max_blocking_threads(BLOCKING)
        .max_connections(CONNECTIONS)
        // Through Tor a handshake can take many seconds.
        .tls_handshake_timeout(HEAD)
        .client_request_timeout(HEAD)
        .client_disconnect_timeout(GOODBYE)
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(LAST_FORMS)
        .disable_signals()
        .bind_rustls_0_23(address, config)
        .map_err(|source| ListenError::Bind { address, source })?;
    let address = server.addrs().first().copied().unwrap_or(address);
    let server = server.run();
    Ok(Listening { handle: server.handle(), server, address })
}
