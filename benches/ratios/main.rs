//! How fast Amanat is, each time as a ratio to what the same machine can do at most, measured in the same run.
//!
//! `make bench`, or one part alone: `cargo bench --features intake,desk --bench ratios -- open`. Asserts nothing about
//! time. The visitors share the processors with the server, as pgbench does with Postgres.
#![expect(clippy::print_stdout, reason = "what was measured is what is wanted")]
#![expect(clippy::unwrap_used, reason = "a measurement stops where something unexpected happens")]

mod archive;
#[path = "../../tests/bundles/mod.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod bundles;
mod files;
#[path = "../../tests/intake/house/mod.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod house;
mod machine;
mod open;
mod postgres;
mod rotate;
mod rows;
mod scrub;
mod shell;
#[path = "../../tests/sound/mod.rs"]
mod sound;
mod table;
mod texts;
mod visitors;

use self::{house::House, table::Table};

/// How often each thing is measured; the best counts, because others may have used the machine as well.
const ROUNDS: usize = 3;

fn main() {
    // Cargo adds arguments of its own, which begin with dashes.
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let wanted = |part: &str| asked.is_empty() || asked.iter().any(|asked| asked == part);
    machine::describe();
    let mut table = Table::default();
    if wanted("texts") || wanted("export") {
        let house = House::open();
        texts::measure(&house, &mut table);
        if wanted("export") {
            rows::measure(&house, "many small testimonies", &mut table);
        }
    }
    if wanted("files") || wanted("export") || wanted("large") {
        let house = House::open();
        files::measure(&house, &mut table);
        if wanted("export") {
            rows::measure(&house, "large testimonies", &mut table);
        }
        if wanted("large") {
            open::measure_export(&house, &mut table);
        }
    }
    if wanted("open") {
        open::measure(&mut table);
    }
    if wanted("rotate") {
        rotate::measure(&rotate::Size::FULL, &mut table);
    }
    // Never by default: it says nothing about speed.
    if asked.iter().any(|asked| asked == "rotate-small") {
        rotate::measure(&rotate::Size::SMALL, &mut table);
    }
    if wanted("scrub") {
        scrub::measure();
    }
    if wanted("thousand") {
        texts::thousand();
    }
    table.print();
}
