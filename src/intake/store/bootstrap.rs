//! Makes the roles and the database in the private cluster, as its superuser.

use std::path::Path;

use sqlx::{ConnectOptions as _, Connection as _, postgres::PgConnectOptions};

use super::StoreError;

/// Makes what is missing; it can run any number of times.
pub async fn roles_and_database(socket: &Path) -> Result<(), StoreError> {
    let options = PgConnectOptions::new_without_pgpass().socket(socket).username("amanat_admin").database("postgres");
    let mut admin = options.disable_statement_logging().connect().await?;
    for role in ["amanat_owner", "amanat_intake", "amanat_export"] {
        let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)")
            .bind(role)
            .fetch_one(&mut admin)
            .await?;
        if !there {
            // A role's name cannot be a parameter; these three are our own.
            sqlx::query(sqlx::AssertSqlSafe(format!("CREATE ROLE {role} LOGIN"))).execute(&mut admin).await?;
        }
    }
    let there: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'amanat')")
        .fetch_one(&mut admin)
        .await?;
    if !there {
        sqlx::query("CREATE DATABASE amanat OWNER amanat_owner").execute(&mut admin).await?;
    }
    admin.close().await?;
    Ok(())
}
