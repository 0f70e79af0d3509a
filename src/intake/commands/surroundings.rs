//! What is wrong around the process and cannot be mended from inside: said once, at start.

use std::fs;

/// Warns of what weakens the server's promises on this machine.
pub(super) fn warn() {
    for weakness in weaknesses() {
        tracing::warn!("{weakness}");
    }
}

/// What weakens them.
pub(super) fn weaknesses() -> Vec<&'static str> {
    let mut found = Vec::new();
    if nix::unistd::Uid::effective().is_root() {
        found.push(
            "the server runs as root; give it a user of its own, as deploy/amanat.service does, so that a fault in it reaches less"
        );
    }
    if has_swap(&fs::read_to_string("/proc/swaps").unwrap_or_default()) {
        found.push(
            "this machine swaps: what people send could be written to its disk; turn swap off, or encrypt it with a key that is made anew at every start"
        );
    }
    found
}

/// The first line of /proc/swaps is a heading (proc(5)).
fn has_swap(swaps: &str) -> bool {
    swaps.lines().skip(1).any(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swap_is_seen_and_its_absence_too() {
        let heading = "Filename\tType\tSize\tUsed\tPriority\n";
        assert!(!has_swap(heading) && !has_swap(""));
        assert!(has_swap(&format!("{heading}/dev/sda2 partition 8388604 0 -2\n")));
    }
}
