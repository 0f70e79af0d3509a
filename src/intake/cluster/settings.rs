//! The private cluster's configuration files, written anew at every start.

use std::path::Path;

use super::programs::Account;

/// The cluster's superuser: makes the roles and the database, and is used for nothing else.
const ADMIN: &str = "amanat_admin";

pub(super) const INITDB: [&str; 7] = [
    "--username=amanat_admin",
    "--auth-local=peer",
    "--auth-host=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--data-checksums",
    "--no-instructions",
];

const CONF: &str = "postgresql.conf";
const HBA: &str = "pg_hba.conf";
const IDENT: &str = "pg_ident.conf";

const MAIN: &str = "\
# Written by Amanat at every start; changes are lost.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 40
shared_buffers = 128MB

# The write-ahead log tells when each transaction was committed: old parts of it are unlinked, not kept for reuse.
max_wal_size = 512MB
min_wal_size = 32MB
wal_recycle = off
wal_init_zero = off

# A witness is thanked only for what is on the disk.
fsync = on
full_page_writes = on
synchronous_commit = on
data_sync_retry = off

# The log names no person's act: no statement, no value, no address, no time of a request.
log_destination = 'stderr'
logging_collector = off
log_line_prefix = ''
log_error_verbosity = terse
log_min_messages = error
log_min_error_statement = panic
log_min_duration_statement = -1
log_statement = 'none'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_connections = off
log_disconnections = off
log_checkpoints = off
log_autovacuum_min_duration = -1
log_temp_files = -1
log_lock_waits = off
track_activities = off
track_commit_timestamp = off
update_process_title = off
";

/// Name and text of each file in `folder`.
pub(super) fn files(folder: &Path, socket: &Path, account: &Account) -> [(&'static str, String); 3] {
    let places = [
        ("unix_socket_directories", socket.to_owned()),
        ("hba_file", folder.join(HBA)),
        ("ident_file", folder.join(IDENT)),
    ];
    let places =
        places.map(|(name, path)| format!("{name} = '{}'\n", path.to_string_lossy().replace('\'', "''"))).concat();
    let hba = "# Written by Amanat at every start.\nlocal all all peer map=amanat\n".to_owned();
    let roles = [ADMIN, "amanat_owner", "amanat_intake", "amanat_export"];
    let ident = roles.map(|role| format!("amanat \"{}\" {role}\n", account.connects())).concat();
    [(CONF, format!("{MAIN}{places}")), (HBA, hba), (IDENT, ident)]
}

/// What the server is started with, as `pg_ctl` hands it to a shell.
pub(super) fn options(folder: &Path) -> String {
    let path = folder.join(CONF);
    format!("-c config_file='{}'", path.to_string_lossy().replace('\'', r"'\''"))
}
