//! What Postgres alone can do: rows that are sealed already, put in by pgbench.

use std::{fs, process::Command};

use crate::{house::House, machine::Gauge, shell::said, table::Measured};

/// Length of one measurement in seconds.
const SECONDS: &str = "5";

/// One of the newest Postgres's programs.
pub(crate) fn program(name: &str) -> Command {
    let versions = fs::read_dir("/usr/lib/postgresql").unwrap().flatten();
    let newest = versions.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok()).max().unwrap();
    Command::new(format!("/usr/lib/postgresql/{newest}/bin/{name}"))
}

/// Transactions that put in a row of `testimony` and `chunks` of `payload_chunk`, each a copy of the first in `from`.
pub(crate) struct Raw {
    house: House,
    clients: &'static str,
}

impl Raw {
    pub(crate) fn like(from: &House, chunks: u32, clients: &'static str) -> Self {
        let house = House::open();
        let asked = |statement: &str| from.sql("amanat_owner", statement).unwrap();
        let columns = asked(
            "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) FROM information_schema.columns \
             WHERE table_name = 'testimony' AND column_name <> 'id'",
        );
        let literals = format!("quote_nullable({})", columns.replace(", ", ") || ', ' || quote_nullable("));
        let values = asked(&format!("SELECT {literals} FROM testimony ORDER BY id LIMIT 1"));
        let chunk = asked("SELECT quote_literal(bytes) FROM payload_chunk WHERE n = 0 ORDER BY testimony LIMIT 1");
        let script = format!(
            "WITH kept AS (INSERT INTO testimony (id, {columns}) VALUES (gen_random_uuid(), {values}) RETURNING id) \
             INSERT INTO payload_chunk (testimony, n, bytes) \
             SELECT id, n, {chunk}::bytea FROM kept, generate_series(0, {chunks} - 1) AS n;"
        );
        fs::write(house.path("raw.sql"), script).unwrap();
        Self { house, clients }
    }

    /// Transactions a second.
    pub(crate) fn measure(&self) -> Measured {
        let mut pgbench = program("pgbench");
        // Prepared: the row is in the plan, and is neither sent nor parsed again.
        pgbench
            .args(["-n", "-M", "prepared", "-c", self.clients, "-j", "2", "-T", SECONDS, "-f"])
            .arg(self.house.path("raw.sql"));
        pgbench.arg("-h").arg(self.house.path("data/run")).args(["-U", "amanat_owner", "amanat"]);
        let gauge = Gauge::start(Some(&self.house));
        let said = said(&mut pgbench);
        let (_, split) = gauge.stop();
        let rate = said.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next());
        Measured { rate: rate.unwrap().parse().unwrap(), split }
    }
}
