//! Memory is bounded by design: it does not grow with a file, with the number of uploads, or with the archive.

use std::{
    process::Command,
    sync::atomic::{AtomicBool, Ordering},
    thread::scope,
    time::Duration,
};

use crate::house::{AMANAT, House, form::Form, peak_memory, said, soak};

/// KiB.
const MIB: u64 = 1024;

#[test]
fn fifty_large_uploads_at_once_stay_under_256_mib() {
    let house = House::with("[limits]\nidle_seconds = 600");
    let bytes = soak(10, 100) as u64 * 1_000_000;
    scope(|scope| {
        for _ in 0..50 {
            scope.spawn(|| {
                let mut visitor = house.visitor();
                let path = visitor.opens_form().unwrap();
                assert!(visitor.sends_large(&path, bytes).unwrap().is_thanks());
            });
        }
    });
    let peak = house.peak_memory();
    said(&format!("50 uploads of {bytes} bytes at once: peak {} MiB", peak / MIB));
    assert!(peak < 256 * MIB, "{peak} KiB");
    assert_eq!(house.count(), 50);
}

#[test]
fn an_export_stays_under_128_mib_whatever_it_holds() {
    let house = House::open();
    // One testimony of 100 MB, and others of chunks that its row shares with nobody.
    let mut visitor = house.visitor();
    let path = visitor.opens_form().unwrap();
    assert!(visitor.sends_large(&path, soak(100, 500) as u64 * 1_000_000).unwrap().is_thanks());
    for _ in 0..soak(2, 9) {
        let path = visitor.opens_form().unwrap();
        assert!(visitor.sends_large(&path, soak(50, 490) as u64 * 1_000_000).unwrap().is_thanks());
    }
    for n in 0..soak(200, 2000) {
        assert!(visitor.sends(&Form::text(&n.to_string())).unwrap().is_thanks());
    }
    let mut export = Command::new(AMANAT);
    export.args(["export", "--out", "big.tar", "--config"]).arg(house.config()).current_dir(house.folder());
    let mut export = export.spawn().unwrap();
    let (over, pid) = (AtomicBool::new(false), export.id());
    let peak = scope(|scope| {
        let watch = scope.spawn(|| {
            let mut peak = 0;
            while !over.load(Ordering::Relaxed) {
                if std::fs::exists(format!("/proc/{pid}/exe")).unwrap_or(false) {
                    peak = peak.max(std::panic::catch_unwind(|| peak_memory(pid)).unwrap_or(0));
                }
                std::thread::sleep(Duration::from_millis(5));
            }
            peak
        });
        assert!(export.wait().unwrap().success());
        over.store(true, Ordering::Relaxed);
        watch.join().unwrap()
    });
    let bytes = std::fs::metadata(house.path("big.tar")).unwrap().len();
    said(&format!("export of {bytes} bytes: peak {} MiB", peak / MIB));
    assert!(peak > 0 && peak < 128 * MIB, "{peak} KiB");
}
