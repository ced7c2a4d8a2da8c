//! What each command does.

mod announcements;
mod first_steward;
mod jobs;
mod mail;
mod on_paper;
mod serve;
mod subscribers;

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::{Args, Parser, Subcommand};
use samleng::{
    app,
    error::{CannotRun, Error, in_one_line},
    platform::{
        clock::Clock,
        config::{FromCommandLine, Settings},
        db::Db,
        documents::{self, Act, BY_COMMAND, Kind, file},
        http,
    },
};

/// Samleng: the home of an urgent-action network.
#[derive(Parser)]
#[command(version, about)]
pub struct Line {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the instance (also without a command)
    Serve {
        #[command(flatten)]
        common: Common,
        /// Where to listen: HOST:PORT
        #[arg(long)]
        addr: Option<String>,
        /// Publish the documents of this folder if the database is new
        #[arg(long)]
        demo: Option<PathBuf>,
        /// Show every component in every state at /en/samples, for designers
        #[arg(long)]
        samples: bool,
    },
    /// Publish documents
    Publish {
        #[command(flatten)]
        common: Common,
        /// One document each, as TOML
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Check the settings, the database, and documents before they are published
    #[command(subcommand_precedence_over_arg = true)]
    Check {
        #[command(flatten)]
        common: Common,
        /// One document each, as TOML
        files: Vec<PathBuf>,
        #[command(subcommand)]
        what: Option<Checked>,
    },
    /// List, stop, restart and remove jobs
    Jobs {
        #[command(flatten)]
        common: Common,
        #[command(subcommand)]
        what: jobs::What,
    },
    /// List and stop what is told to subscribers, and send again what did not arrive
    Announcements {
        #[command(flatten)]
        common: Common,
        #[command(subcommand)]
        what: announcements::What,
    },
    /// Count, list and remove those who follow by mail
    Subscribers {
        #[command(flatten)]
        common: Common,
        #[command(subcommand)]
        what: subscribers::What,
    },
    /// Print a link that makes whoever opens it the first steward
    FirstSteward {
        #[command(flatten)]
        common: Common,
        /// Also where there is a steward already
        #[arg(long)]
        another: bool,
    },
    /// List and decide what gatherings reported: letters on paper
    OnPaper {
        #[command(flatten)]
        common: Common,
        #[command(subcommand)]
        what: on_paper::What,
    },
}

#[derive(Subcommand)]
enum Checked {
    /// Send a test mail, marked [TEST] and counted nowhere; without an address look at what the DNS says of this domain
    Mail {
        /// To whom
        address: Option<String>,
    },
}

#[derive(Args, Default)]
struct Common {
    /// The settings file
    #[arg(long, global = true)]
    settings: Option<PathBuf>,
    /// The data folder
    #[arg(long, global = true)]
    data: Option<PathBuf>,
}

/// Sends log lines to standard error; `RUST_LOG` chooses how many, `SAMLENG_LOG=json` their form.
pub fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("samleng=info,warn"));
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var("SAMLENG_LOG").is_ok_and(|form| form == "json") {
        lines.json().init();
    } else {
        lines.with_ansi(false).init();
    }
    std::panic::set_hook(Box::new(http::log_panic));
}

/// Runs the command.
///
/// # Errors
/// One line for the operator.
pub async fn run(line: Line) -> Result<(), CannotRun> {
    let command =
        line.command.unwrap_or(Command::Serve { common: Common::default(), addr: None, demo: None, samples: false });
    match command {
        Command::Serve { common, addr, demo, samples } => {
            serve::serve(settings(common, addr, samples)?, demo.as_deref()).await
        }
        Command::Publish { common, files } => publish(settings(common, None, false)?, &files).await,
        Command::Check { common, what: Some(Checked::Mail { address }), .. } => {
            let settings = settings(common, None, false)?;
            match address {
                Some(address) => mail::test(&settings, &address).await,
                None => mail::look(&settings).await,
            }
        }
        Command::Check { common, files, what: None } => check(settings(common, None, false)?, &files).await,
        Command::Jobs { common, what } => jobs::run(&settings(common, None, false)?, what).await,
        Command::Announcements { common, what } => announcements::run(&settings(common, None, false)?, what).await,
        Command::Subscribers { common, what } => subscribers::run(settings(common, None, false)?, what).await,
        Command::FirstSteward { common, another } => first_steward::run(&settings(common, None, false)?, another).await,
        Command::OnPaper { common, what } => on_paper::run(&settings(common, None, false)?, what).await,
    }
}

fn settings(common: Common, addr: Option<String>, samples: bool) -> Result<Settings, CannotRun> {
    let given = FromCommandLine { file: common.settings, data: common.data, addr, samples };
    Settings::read(&given, |name| std::env::var(name).ok())
}

/// Publishes each file; the first that cannot be published ends it.
async fn publish(settings: Settings, files: &[PathBuf]) -> Result<(), CannotRun> {
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    for path in files {
        let read = file::read(path)?;
        let act = Act { author: BY_COMMAND, at: Clock::system().now() };
        let name = Kind::of_file(&app::KINDS, &read)?
            .publish(&db, read, act, &settings)
            .await
            .map_err(|error| refused(path, &error))?;
        let number = name.number.map(|number| format!("{number}, ")).unwrap_or_default();
        say(&format!("published {number}{}", name.slug));
    }
    db.close().await;
    Ok(())
}

/// Says of everything whether it is well.
async fn check(settings: Settings, files: &[PathBuf]) -> Result<(), CannotRun> {
    say(&format!("settings: well; readers come to {}", settings.public_url.origin()));
    let db = Db::open(&settings.data, settings.database_url.as_deref()).await?;
    let empty = documents::is_empty(&db).await.map_err(|error| CannotRun::Database(in_one_line(&error)))?;
    say(&format!("database: well{}", if empty { ", and new" } else { "" }));
    db.close().await;
    for path in files {
        let read = file::read(path)?;
        let notes = Kind::of_file(&app::KINDS, &read)?.check(read).map_err(|error| refused(path, &error))?;
        for note in notes {
            say(&format!("{}: {note}", path.display()));
        }
        say(&format!("{}: well", path.display()));
    }
    Ok(())
}

fn refused(path: &Path, error: &Error) -> CannotRun {
    CannotRun::Document { path: path.display().to_string(), reason: in_one_line(error) }
}

/// An instant that is stored in milliseconds, as an operator reads it.
fn instant(milliseconds: i64) -> String {
    jiff::Timestamp::from_millisecond(milliseconds)
        .map(|at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
        .unwrap_or_default()
}

/// One line on standard output; a closed pipe is no reason to fail.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
