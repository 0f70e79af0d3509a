//! Where the database is: a private cluster that runs while this value lives, or a configured server.

use std::{path::Path, time::Duration};

use sqlx::PgPool;

use crate::intake::{
    cluster::{Cluster, ClusterError},
    config::Config,
    store::connect::{self, ConnectError, Role},
};

/// Keeps a private cluster running while it lives.
pub(super) struct Place {
    pub(super) cluster: Option<Cluster>,
}

impl Place {
    /// Starts the private cluster if there is to be one and nobody runs it.
    pub(super) fn of(config: &Config) -> Result<Self, ClusterError> {
        let cluster = if config.database.is_private() { Some(Cluster::ensure(config)?) } else { None };
        Ok(Self { cluster })
    }

    /// The folder of the private cluster's socket.
    pub(super) fn socket(&self) -> Option<&Path> {
        self.cluster.as_ref().map(Cluster::socket)
    }

    /// A role that can be used here to read what every role may.
    pub(super) fn any_role(&self, config: &Config) -> Role {
        let database = &config.database;
        match () {
            () if self.cluster.is_some() || database.intake().is_ok() => Role::Intake,
            () if database.export().is_ok() => Role::Export,
            () => Role::Owner,
        }
    }

    /// Connections as `role`.
    pub(super) fn pool(
        &self,
        config: &Config,
        role: Role,
        most: u32,
        patience: Duration,
    ) -> Result<PgPool, ConnectError> {
        Ok(connect::pool(connect::options(config, self.socket(), role)?, most, patience))
    }
}
