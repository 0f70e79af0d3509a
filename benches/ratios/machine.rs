//! The machine, and who uses its processors (proc(5)).

use std::{fmt, fs, time::Instant};

use crate::{house::House, postgres, shell::said};

/// Says on what was measured.
pub(crate) fn describe() {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap();
    let model = info
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("unknown", |rest| rest.trim_matches([' ', '\t', ':']));
    let memory = fs::read_to_string("/proc/meminfo").unwrap();
    let memory: u64 = memory.split_whitespace().nth(1).unwrap().parse().unwrap();
    println!(
        "{} cores of {model}, {} GiB of memory, {}",
        cores(),
        memory >> 20,
        said(postgres::program("postgres").arg("-V")).trim()
    );
    println!("load before the run: {}", fs::read_to_string("/proc/loadavg").unwrap().trim());
}

pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().unwrap().get()
}

/// Processor time so far, in ticks.
#[derive(Clone, Copy)]
struct Ticks {
    server: u64,
    postgres: u64,
    client: u64,
    idle: u64,
    all: u64,
}

impl Ticks {
    fn now(house: Option<&House>) -> Self {
        let stat = fs::read_to_string("/proc/stat").unwrap();
        let machine: Vec<u64> = stat.lines().next().unwrap().split_whitespace().skip(1).take(8).map(number).collect();
        Self {
            server: house.map_or(0, |house| of(house.pid(), false)),
            postgres: house.and_then(House::postmaster).map_or(0, with_children),
            // With pgbench, psql and all other tools that were started from here and have ended.
            client: of(std::process::id(), true),
            idle: machine[3] + machine[4],
            all: machine.iter().sum(),
        }
    }
}

fn number(text: &str) -> u64 {
    text.parse().unwrap()
}

/// The fields after the name of a process; the first of them is the third in proc(5).
fn fields(pid: u32) -> Option<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(stat.rsplit_once(") ")?.1.split(' ').map(str::to_owned).collect())
}

/// Ticks of a process, and if `ended` of those of its children that have ended.
fn of(pid: u32, ended: bool) -> u64 {
    fields(pid).map_or(0, |fields| fields[11..if ended { 15 } else { 13 }].iter().map(|field| number(field)).sum())
}

/// Ticks of a process and all its children.
fn with_children(parent: u32) -> u64 {
    let own = parent.to_string();
    loop {
        let before = of(parent, true);
        let all = fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let children = all.filter(|pid| fields(*pid).is_some_and(|fields| fields[1] == own));
        let children: u64 = children.map(|pid| of(pid, true)).sum();
        // A child that ends meanwhile becomes its parent's time, and would be counted twice or never.
        if of(parent, true) == before {
            return before + children;
        }
    }
}

/// Measures from now on.
pub(crate) struct Gauge<'a> {
    house: Option<&'a House>,
    ticks: Ticks,
    start: Instant,
}

impl<'a> Gauge<'a> {
    pub(crate) fn start(house: Option<&'a House>) -> Self {
        let ticks = Ticks::now(house);
        Self { house, ticks, start: Instant::now() }
    }

    /// Seconds, and who used the processors.
    pub(crate) fn stop(self) -> (f64, Split) {
        let seconds = self.start.elapsed().as_secs_f64();
        let (before, after) = (self.ticks, Ticks::now(self.house));
        let all = u32::try_from(after.all - before.all).unwrap().max(1);
        let share =
            |after: u64, before: u64| f64::from(u32::try_from(after.saturating_sub(before)).unwrap()) / f64::from(all);
        let split = Split {
            server: share(after.server, before.server),
            postgres: share(after.postgres, before.postgres),
            client: share(after.client, before.client),
            idle: share(after.idle, before.idle),
        };
        (seconds, split)
    }
}

/// Shares of the machine's processor time.
#[derive(Clone, Copy)]
pub(crate) struct Split {
    server: f64,
    postgres: f64,
    client: f64,
    idle: f64,
}

impl Split {
    pub(crate) const HEADINGS: &'static str = "server | Postgres | visitors or tool | others | idle";

    /// Programs that have nothing to do with the measurement.
    pub(crate) fn others(&self) -> f64 {
        (1.0 - self.server - self.postgres - self.client - self.idle).max(0.0)
    }

    /// In words.
    pub(crate) fn limit(&self) -> String {
        let mut users =
            [("the server", self.server), ("Postgres", self.postgres), ("the visitors or the tool", self.client)];
        users.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let core = 1.0 / f64::from(u32::try_from(cores()).unwrap());
        let (most, share) = users[0];
        match () {
            () if self.idle < 0.15 => format!("the processors, most of all {most}"),
            () if share > 0.85 * core => format!("one core, full with {most}"),
            () => format!("waiting: the processors are idle for {:.0} %", self.idle * 100.0),
        }
    }
}

impl fmt::Display for Split {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shares = [self.server, self.postgres, self.client, self.others(), self.idle];
        write!(f, "{}", shares.map(|share| format!("{:.0} %", share * 100.0)).join(" | "))
    }
}
