//! Other programs.

use std::{fs, process::Command, thread::sleep, time::Duration};

/// Runs a program to its end and gives what it printed.
pub(crate) fn said(command: &mut Command) -> String {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// Runs a program to its end and gives its highest resident memory in MiB.
pub(crate) fn peak(command: &mut Command) -> u64 {
    let mut child = command.spawn().unwrap();
    let mut peak = 0;
    loop {
        let ended = child.try_wait().unwrap();
        let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = peak.max(line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0));
        if let Some(status) = ended {
            assert!(status.success(), "{command:?}");
            return peak >> 10;
        }
        sleep(Duration::from_millis(5));
    }
}
