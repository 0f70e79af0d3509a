//! `amanat export` against `COPY … TO STDOUT` of the same rows by psql.

use std::{fs, process::Command};

use crate::{
    ROUNDS,
    house::{AMANAT, House},
    machine::Gauge,
    shell::{peak, said},
    table::{Line, Measured, Table},
};

/// The two tables, whole, joined and in an export's order; and each on its own in the order of the disk, which is the
/// least that can be done.
const JOINED: &str =
    "(SELECT testimony.*, n, bytes FROM testimony JOIN payload_chunk ON testimony = id ORDER BY testimony, n)";

/// What a baseline is called, and what psql is told.
fn baselines() -> [(&'static str, Vec<String>); 4] {
    let copy = |what: &str, form: &str| format!("COPY {what} TO STDOUT (FORMAT {form})");
    let two = |form: &str| vec![copy("testimony", form), copy("payload_chunk", form)];
    [
        ("binary COPY of both tables, unordered", two("binary")),
        ("text COPY of both tables, unordered", two("text")),
        ("binary COPY of the join by id", vec![copy(JOINED, "binary")]),
        ("text COPY of the join by id", vec![copy(JOINED, "text")]),
    ]
}

/// MB of bundle a second, against the cheapest baseline; the same MB are counted for both.
pub(crate) fn measure(house: &House, of: &str, table: &mut Table) {
    let bundle = house.path("bundle.tar");
    let mut ours: Option<Measured> = None;
    let mut most: [Option<Measured>; 4] = [const { None }; 4];
    let (mut memory, mut fastest) = (0, 0.0_f64);
    let mut megabytes = 0.0;
    for _ in 0..ROUNDS {
        settle(&bundle);
        let gauge = Gauge::start(Some(house));
        let mut export = Command::new(AMANAT);
        export
            .args(["export", "--out"])
            .arg(&bundle)
            .arg("--config")
            .arg(house.config())
            .stdout(std::process::Stdio::null());
        memory = memory.max(peak(&mut export));
        let (seconds, split) = gauge.stop();
        megabytes = f64::from(u32::try_from(fs::metadata(&bundle).unwrap().len() / 1000).unwrap()) / 1000.0;
        ours = Some(Measured { rate: megabytes / seconds, split }.or(ours));
        for ((_, statements), best) in baselines().iter().zip(&mut most) {
            // What was much slower once is not the cheapest.
            if best.as_ref().is_none_or(|once| once.rate > fastest / 2.0) {
                let again = copy(house, statements, megabytes).or(best.take());
                fastest = fastest.max(again.rate);
                *best = Some(again);
            }
        }
    }
    println!("export of {} {of}, {megabytes:.0} MB, peak memory {memory} MiB", house.count());
    let mut cheapest: Vec<_> = baselines().map(|(name, _)| name).into_iter().zip(most.map(Option::unwrap)).collect();
    for (name, measured) in &cheapest {
        println!("- {name}: {:.0} MB/s", measured.rate);
    }
    cheapest.sort_by(|(_, one), (_, other)| other.rate.total_cmp(&one.rate));
    let (against, most) = cheapest.swap_remove(0);
    table.add(Line { what: format!("export of {of}"), against, unit: "MB/s", ours: ours.unwrap(), most, wanted: 0.8 });
}

fn copy(house: &House, statements: &[String], megabytes: f64) -> Measured {
    let file = house.path("copied");
    settle(&file);
    let mut psql = Command::new("psql");
    psql.args(["-X", "-q", "-U", "amanat_export", "-d", "amanat", "-h"]).arg(house.path("data/run"));
    for statement in statements {
        psql.args(["-c", statement]);
    }
    let gauge = Gauge::start(Some(house));
    peak(psql.stdout(fs::File::create(&file).unwrap()));
    let (seconds, split) = gauge.stop();
    Measured { rate: megabytes / seconds, split }
}

/// Nothing of the last measurement waits to be written.
fn settle(file: &std::path::Path) {
    let _ = fs::remove_file(file);
    said(&mut Command::new("sync"));
}
