//! The command line: `serve`, `publish`, `check`.

mod command;

use std::process::ExitCode;

use clap::Parser;
use samleng::error::in_one_line;

/// A page is many small texts: the system's allocator takes a third of the time to draw one, this one a fraction of that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let line = command::Line::parse();
    command::log();
    let run = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())
        .and_then(|runtime| runtime.block_on(command::run(line)).map_err(|error| in_one_line(&error)));
    match run {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("samleng: {reason}");
            ExitCode::FAILURE
        }
    }
}
