//! Nothing is lost: whatever is killed, cut or full, a thanked testimony opens whole, and no testimony is half.

use std::{
    collections::HashMap,
    process::Command,
    sync::{
        Mutex,
        atomic::{AtomicU16, AtomicUsize, Ordering},
    },
    thread::{scope, sleep},
    time::Duration,
};

use crate::house::{House, form::Form, said, soak};

/// Witnesses at one time.
const WITNESSES: usize = 6;

/// What the witnesses know.
#[derive(Default)]
struct Thanked {
    texts: Mutex<Vec<String>>,
    next: AtomicUsize,
    port: AtomicU16,
    kills: AtomicUsize,
}

/// Kills that a run must have seen before its witnesses may stop.
const KILLS: usize = 12;

impl Thanked {
    /// One witness: a new text each time; after a broken connection the same form is sent again, as a reload does.
    fn write_until(&self, house: &Mutex<House>, total: usize) {
        let certificate = house.lock().unwrap().path("cert.pem");
        loop {
            let n = self.next.fetch_add(1, Ordering::Relaxed);
            if n >= total && self.kills.load(Ordering::Relaxed) >= KILLS {
                return;
            }
            let text = format!("loss test {n}");
            let mut form = Form::text(&text);
            if n.is_multiple_of(4) {
                form = form.sound("a.bin", &vec![u8::try_from(n % 251).unwrap(); 700_000 + n]);
            }
            let mut path: Option<String> = None;
            for _ in 0..400 {
                let mut visitor = crate::house::visitor::Visitor::new(self.port.load(Ordering::Relaxed), &certificate);
                let opened = path.clone().map_or_else(|| visitor.opens_form(), Ok);
                if let Ok(address) = opened {
                    path = Some(address.clone());
                    if visitor.posts(&address, &form).is_ok_and(|answer| answer.is_thanks()) {
                        self.texts.lock().unwrap().push(text.clone());
                        break;
                    }
                }
                sleep(Duration::from_millis(50));
            }
        }
    }
}

fn killed(kill: impl Fn(&Mutex<House>) + Sync, total: usize) {
    let house = Mutex::new(House::open());
    let thanked = Thanked::default();
    thanked.port.store(house.lock().unwrap().port(), Ordering::Relaxed);
    scope(|scope| {
        let witnesses: Vec<_> = (0..WITNESSES).map(|_| scope.spawn(|| thanked.write_until(&house, total))).collect();
        // Moments that differ from run to run.
        let mut seed = u64::from(std::process::id());
        while !witnesses.iter().all(std::thread::ScopedJoinHandle::is_finished) {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            sleep(Duration::from_millis(50 + (seed >> 33) % 400));
            kill(&house);
            thanked.kills.fetch_add(1, Ordering::Relaxed);
            thanked.port.store(house.lock().unwrap().port(), Ordering::Relaxed);
        }
    });
    let house = house.into_inner().unwrap();
    house.until("a database", || house.sql("amanat_owner", "SELECT 1").is_ok());
    let kills = thanked.kills.into_inner();
    let thanked = thanked.texts.into_inner().unwrap();
    // Every witness is thanked in the end.
    let missing: Vec<_> = (0..total).filter(|n| !thanked.contains(&format!("loss test {n}"))).collect();
    assert_eq!(missing, Vec::<usize>::new(), "{}", house.log());
    let mut found: HashMap<String, usize> = HashMap::new();
    for one in house.opens_all() {
        *found.entry(one.text().to_owned()).or_default() += 1;
        // Whole: what the record lists is there, to the byte.
        for attachment in &one.record.attachments {
            let bytes = &one.files[&attachment.name];
            assert_eq!(amanat::testimony::digest::Sha256::of(bytes), attachment.sha256_kept);
        }
    }
    for text in &thanked {
        assert_eq!(found.get(text), Some(&1), "{text} after {kills} kills");
    }
    assert_eq!(found.len(), thanked.len());
    said(&format!("{} testimonies through {kills} kills", thanked.len()));
    let orphans = "SELECT count(*) FROM payload_chunk WHERE testimony NOT IN (SELECT id FROM testimony)";
    assert_eq!(house.sql("amanat_owner", orphans).unwrap(), "0");
}

#[test]
fn the_server_is_killed_at_random_moments() {
    let kill = |house: &Mutex<House>| {
        let mut house = house.lock().unwrap();
        house.crashes();
        house.serves();
    };
    killed(kill, soak(60, 300));
}

#[test]
fn postgres_is_killed_at_random_moments() {
    let kill = |house: &Mutex<House>| {
        let house = house.lock().unwrap();
        house.kills_postgres();
        // Up again before the next one, or nobody could ever be thanked.
        house.until("a database", || house.sql("amanat_owner", "SELECT 1").is_ok());
    };
    killed(kill, soak(60, 300));
}

#[test]
fn a_connection_that_is_cut_leaves_nothing() {
    let house = House::open();
    for part in [0.01, 0.5, 0.999] {
        let mut visitor = house.visitor();
        let path = visitor.opens_form().unwrap();
        let form = Form::text("cut").sound("a", &vec![1; 5_000_000]);
        let body = form.body();
        visitor.writes(form.head(&path).as_bytes()).unwrap();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in the body"
        )]
        visitor.writes(&body[..(body.len() as f64 * part) as usize]).unwrap();
        visitor.hangs_up();
        house.until("an empty spool", || house.spool_is_empty());
        assert_eq!(house.count(), 0);
        // The same form is still good.
        assert!(house.visitor().posts(&path, &Form::text("whole")).unwrap().is_thanks());
        house.sql("amanat_owner", "DELETE FROM testimony").unwrap();
    }
}

#[test]
fn a_database_that_hangs_is_answered_with_a_page_and_then_served_again() {
    let house = House::with("[limits]\ndatabase_seconds = 2");
    let mut visitor = house.visitor();
    assert!(visitor.sends(&Form::text("before")).unwrap().is_thanks());
    let everyone = |signal: &str| {
        let own = house.postmaster().unwrap().to_string();
        Command::new("pkill").args([signal, "-P", &own]).status().unwrap();
        Command::new("kill").args([signal, &own]).status().unwrap();
    };
    everyone("-STOP");
    let path = visitor.opens_form().unwrap();
    let answer = visitor.posts(&path, &Form::text("during")).unwrap();
    everyone("-CONT");
    assert_eq!((answer.status, answer.heading()), (503, "We cannot keep your form now"));
    house.until("thanks for the same form", || {
        house.visitor().posts(&path, &Form::text("during")).is_ok_and(|answer| answer.is_thanks())
    });
    assert_eq!(house.count(), 2);
}

/// A small disk of its own for one folder of the house.
struct SmallDisk(std::path::PathBuf);

impl SmallDisk {
    /// `None` where nobody may mount.
    fn mounted(folder: &std::path::Path, megabytes: u32) -> Option<Self> {
        std::fs::create_dir_all(folder).unwrap();
        let options = format!("size={megabytes}m,mode=0711");
        let mut mount = Command::new("mount");
        let done = mount.args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(folder).status().unwrap();
        done.success().then(|| Self(folder.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}

#[test]
fn a_full_spool_is_answered_with_a_page_and_then_served_again() {
    let mut house = House::built("[limits]\ndisk_reserve_mb = 0");
    house.migrates();
    house.has_recipients();
    let Some(_disk) = SmallDisk::mounted(&house.path("data/spool"), 4) else {
        said("not run: mounting a small disk needs root");
        return;
    };
    house.serves();
    let mut visitor = house.visitor();
    let large = Form::text("x").sound("a", &vec![1; 6_000_000]);
    let path = visitor.opens_form().unwrap();
    let answer = visitor.posts(&path, &large).unwrap();
    assert_eq!((answer.status, answer.heading()), (503, "We cannot keep your form now"));
    house.until("an empty spool", || house.spool_is_empty());
    assert_eq!(house.count(), 0);
    assert!(visitor.sends(&Form::text("x").sound("a", &vec![1; 2_000_000])).unwrap().is_thanks());
}

#[test]
fn a_disk_below_its_reserve_still_takes_words() {
    let house = House::with("[limits]\ndisk_reserve_mb = 1000000000");
    let mut visitor = house.visitor();
    let answer = visitor.sends(&Form::text("x").sound("a", &vec![1; 300_000])).unwrap();
    assert_eq!((answer.status, answer.heading()), (503, "We cannot keep your form now"));
    assert!(visitor.sends(&Form::text("x")).unwrap().is_thanks());
}

#[test]
fn a_full_database_disk_is_answered_with_a_page_and_then_served_again() {
    let mut house = House::built("[limits]\ndatabase_seconds = 3\ndisk_reserve_mb = 0");
    let Some(_disk) = SmallDisk::mounted(&house.path("data"), 160) else {
        said("not run: mounting a small disk needs root");
        return;
    };
    house.migrates();
    house.has_recipients();
    house.serves();
    let filler = house.path("data/filler");
    assert!(house.visitor().sends(&Form::text("before")).unwrap().is_thanks());
    let mut fill = Command::new("dd");
    fill.arg("if=/dev/zero").arg(format!("of={}", filler.display())).arg("bs=1M").stderr(std::process::Stdio::null());
    fill.status().unwrap();
    // Until the database's own reserves are used up as well.
    let refused = (0..40).find_map(|_| {
        let answer = house.visitor().sends(&Form::text("x").sound("a", &vec![3; 2_000_000])).ok()?;
        (!answer.is_thanks()).then_some(answer)
    });
    let refused = refused.expect("a disk that is full");
    assert_eq!((refused.status, refused.heading()), (503, "We cannot keep your form now"), "{}", house.log());
    std::fs::remove_file(&filler).unwrap();
    house.until("service again", || house.visitor().sends(&Form::text("after")).is_ok_and(|answer| answer.is_thanks()));
    let opened = house.opens_all();
    assert_eq!(u64::try_from(opened.len()).unwrap(), house.count());
    assert!(opened.iter().any(|one| one.text() == "before") && opened.iter().any(|one| one.text() == "after"));
}

#[test]
fn no_success_depends_on_luck() {
    let house = House::open();
    let (next, total) = (AtomicUsize::new(0), soak(300, 1000));
    scope(|scope| {
        for _ in 0..32 {
            scope.spawn(|| {
                let mut visitor = house.visitor();
                while next.fetch_add(1, Ordering::Relaxed) < total {
                    assert!(visitor.sends(&Form::text(&"all kept ".repeat(200))).unwrap().is_thanks());
                }
            });
        }
    });
    assert_eq!(house.count(), total as u64);
}
