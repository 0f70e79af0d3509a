//! What a command tells the person in front of it.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the one place where commands print")]

/// A line of the result, on standard output.
pub(super) fn result(line: &str) {
    println!("{line}");
}

/// A step under way, on standard error.
pub(super) fn step(line: &str) {
    eprintln!("{line}");
}

/// Why the command failed, with every cause.
pub(super) fn failed(error: &anyhow::Error) {
    eprintln!("amanat: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}
