//! The researcher's offline tool. All of it is in `amanat::desk`.
#![forbid(unsafe_code)]

use std::{
    alloc::System,
    io::{self, Write as _},
    process::ExitCode,
};

use amanat::desk::{commands, lockdown};
use zeroizing_alloc::ZeroAlloc;

// Freed memory is wiped, buffers inside libraries included.
#[global_allocator]
static ALLOC: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    if let Err(error) = lockdown::forbid_dumps() {
        // When standard error is closed too, nobody can be told.
        let _ = writeln!(io::stderr(), "error: core dumps could not be forbidden ({error}); nothing was done");
        return ExitCode::FAILURE;
    }
    commands::main()
}
