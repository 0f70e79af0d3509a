//! The server and its admin commands.
#![forbid(unsafe_code)]

use std::process::ExitCode;

/// Every freed block is zeroed, the buffers of TLS, HTTP and database libraries among them: what a witness sent does
/// not stay behind in the memory of the process.
#[global_allocator]
static ZEROED_WHEN_FREED: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    amanat::intake::commands::cli::main()
}
