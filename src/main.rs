// SPDX-License-Identifier: EUPL-1.2
//! The command line: reads it, prints errors, sets the exit code.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use sportello::app::{self, App};
use sportello::config::{Config, process_environment};
use sportello::demo::Demo;
use sportello::kernel::{DeskId, Problem};
use sportello::people::Role;
use sportello::telegram::{Client, UNNAMED, insist, name_for_links};

/// The multilingual Telegram front door of a social-services district.
#[derive(Parser)]
#[command(name = "sportello", version, about)]
struct Arguments {
    /// The bot.toml to read instead of the one here or the one built in.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Run the bot (also without any argument).
    #[command(after_help = "Example:\n  SPORTELLO_TOKEN=123456:ABC… sportello run")]
    Run,
    /// Read configuration, languages and database, and print every problem at once.
    #[command(after_help = "Example:\n  sportello check --config /etc/sportello/bot.toml --online")]
    Check {
        /// Also ask Telegram.
        #[arg(long)]
        online: bool,
    },
    /// Erase what has been kept long enough ([retention] in bot.toml). A running bot does it every night.
    #[command(after_help = "Example:\n  sportello let-go --rehearse")]
    LetGo {
        /// Only count; nothing is erased.
        #[arg(long)]
        rehearse: bool,
    },
    /// Try the whole service here: no token, no network, a page of phones.
    #[command(after_help = "Example:\n  sportello demo --listen 127.0.0.1:8642")]
    Demo {
        /// Loopback address of the page; port 0 takes any that is free.
        #[arg(long, default_value = "127.0.0.1:0")]
        listen: String,
    },
    /// Say what the danger words hear in each line of a file, for whoever tends them.
    #[command(
        after_help = "Prints for each line, in order and with tabs between: card, soft or -; the kinds; the \
                            language; the words that decided; the line.\n\nExample:\n  sportello danger sentences.txt"
    )]
    Danger {
        /// One sentence a line; `-` reads standard input.
        file: PathBuf,
    },
    /// Print a one-time link that makes its first user a member of the staff.
    #[command(after_help = "Example:\n  sportello invite --role admin")]
    Invite {
        /// admin, operator or mediator.
        #[arg(long)]
        role: String,
        /// The desk they work at, as in bot.toml.
        #[arg(long)]
        desk: Option<String>,
    },
}

const NO_TOKEN: &str = "\
sportello needs the token of a Telegram bot: write to @BotFather, send /newbot, and give it as SPORTELLO_TOKEN.
Then: SPORTELLO_TOKEN=123456:ABC… sportello run
To see the whole service without a token or a network: sportello demo";

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match Config::load(arguments.config.as_deref(), &process_environment) {
        Ok(config) => config,
        Err(problems) => return report(&problems),
    };
    // SQLite has threads of its own; with more of ours they stand in each other's way (measured).
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    let done = match arguments.command.unwrap_or(Task::Run) {
        Task::Run if config.telegram.token.is_none() => {
            complain(NO_TOKEN);
            return ExitCode::from(2);
        }
        Task::Run => match app::alone(&config) {
            // Held until the program ends.
            Ok(_alone) => runtime.block_on(run(config)),
            Err(app::NotAlone) => {
                complain(app::NOT_ALONE);
                return ExitCode::from(2);
            }
        },
        Task::Demo { listen } => runtime.block_on(demo(config, &listen)),
        Task::Check { online } => match runtime.block_on(check(&config, online)) {
            problems if problems.is_empty() => Ok(()),
            problems => return report(&problems),
        },
        Task::LetGo { rehearse } => runtime.block_on(let_go(&config, rehearse)),
        Task::Danger { file } => danger(&file),
        Task::Invite { role, desk } => {
            match runtime.block_on(invite(&config, &role, desk.as_deref())) {
                Ok(Ok(link)) => {
                    say(&link);
                    Ok(())
                }
                Ok(Err(problem)) => return report(&[problem]),
                Err(error) => Err(error),
            }
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

/// Says what is heard in each line of a file.
fn danger(file: &Path) -> anyhow::Result<()> {
    let text = if file == Path::new("-") {
        std::io::read_to_string(std::io::stdin()).context("standard input")?
    } else {
        std::fs::read_to_string(file).with_context(|| format!("{}", file.display()))?
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in text.lines() {
        writeln!(out, "{}", sportello::crisis::danger::explain(line))?;
    }
    Ok(out.flush()?)
}

async fn run(config: Config) -> anyhow::Result<()> {
    log(&config);
    let config = Arc::new(config);
    let token = config.telegram.token.as_ref().context("no token")?;
    let client = Client::new(&config.telegram.api_url, token, Duration::from_secs(20))?;
    let stop = app::stop_on_signal()?;
    // Everything is read, and connections are made, while Telegram says who we are.
    let store = app::connect(&config)?;
    let reading = Arc::clone(&config);
    let reading = tokio::task::spawn_blocking(move || app::world(&reading, UNNAMED));
    let (noting, its) = (Arc::clone(&config), store.clone());
    let journal = tokio::task::spawn_blocking(move || app::open_journal(&noting, &its));
    let world = async {
        reading
            .await?
            .map_err(|wrong| anyhow::anyhow!(listed(&wrong)))
    };
    let (mut world, me) = tokio::try_join!(world, username(&client, stop.clone()))?;
    world.bot_username = me;
    let world = Arc::new(world);
    let journal = journal.await?;
    App::new(store, world, client, config.telegram.paced)
        .noting(journal)
        .run(&config, app::clock(), stop)
        .await
}

async fn demo(config: Config, listen: &str) -> anyhow::Result<()> {
    log(&config);
    let stop = app::stop_on_signal()?;
    let demo = Demo::start(config, listen).await?;
    say(&format!(
        "Open this page: {}\nStop with Ctrl+C; nothing is kept.",
        demo.page()
    ));
    demo.run(stop).await
}

/// Asks Telegram who we are, as long as it takes.
async fn username(
    client: &Client,
    mut stop: tokio::sync::watch::Receiver<bool>,
) -> anyhow::Result<String> {
    tokio::select! {
        me = insist("getMe", || client.get_me(), tokio::time::sleep) => {
            Ok(me.context("Telegram does not know this bot")?.username)
        }
        _ = stop.wait_for(|stop| *stop) => anyhow::bail!("stopped before Telegram answered"),
    }
}

async fn check(config: &Config, online: bool) -> Vec<Problem> {
    let mut found = sportello::check::offline(config).await;
    if online {
        found.and(sportello::check::online(config).await);
    }
    for line in &found.lines {
        say(line);
    }
    if found.problems.is_empty() {
        say("everything is in order");
    }
    found.problems
}

/// Lets go what has been kept long enough, or counts it.
async fn let_go(config: &Config, rehearse: bool) -> anyhow::Result<()> {
    let store = app::open(config).await?;
    let now = app::clock()();
    if !rehearse {
        // A clock that is wrong would erase people: Telegram knows what time it is, or the last run did.
        let client = match &config.telegram.token {
            None => None,
            Some(token) => {
                let time = Duration::from_secs(10);
                let client = Client::new(&config.telegram.api_url, token, time)?;
                // What it answers does not matter, only when.
                let answered = client.get_me().await.is_ok();
                tracing::debug!(answered, "Telegram was asked for the time");
                Some(client)
            }
        };
        let witness = app::witness(&store, client.as_ref()).await?;
        witness.believes(now).context("nothing was erased")?;
    }
    let (keep, kinds) = (&config.service.retention, &config.service.kinds);
    let gone = store.let_go(keep, kinds, now, rehearse).await?;
    store.close().await;
    let did = if rehearse { "would go" } else { "gone" };
    for (what, count) in [
        ("unfinished forms", gone.drafts),
        ("requests made anonymous", gone.requests),
        ("files of closed requests", gone.files),
        ("people without requests", gone.people),
        ("lines of the audit", gone.audit),
        ("old invitations and set-aside events", gone.leftovers),
    ] {
        say(&format!("{did}: {count:>6} {what}"));
    }
    Ok(())
}

async fn invite(
    config: &Config,
    role: &str,
    desk: Option<&str>,
) -> anyhow::Result<Result<String, Problem>> {
    let Some(role) = Role::parse(role) else {
        let problem = Problem::new("command line", "--role", format!("`{role}` is no role"));
        return Ok(Err(problem.hint("use admin, operator or mediator")));
    };
    let desk = match desk {
        None => None,
        Some(text) => {
            if let Some(desk) = config
                .service
                .desks
                .iter()
                .find(|desk| desk.id.as_str() == text)
            {
                Some(desk.id.clone())
            } else {
                let known: Vec<String> = config
                    .service
                    .desks
                    .iter()
                    .map(|desk| DeskId::to_string(&desk.id))
                    .collect();
                let problem = Problem::new(
                    "command line",
                    "--desk",
                    format!("there is no desk `{text}`"),
                );
                return Ok(Err(problem.hint(format!("there are: {}", known.join(", ")))));
            }
        }
    };
    let bot = match &config.telegram.token {
        None => UNNAMED.to_owned(),
        Some(token) => {
            let client = Client::new(&config.telegram.api_url, token, Duration::from_secs(10))?;
            name_for_links(&client).await
        }
    };
    let store = app::open(config).await?;
    let now = app::clock()();
    let token = store.vault().token();
    let mut tx = store.begin().await?;
    tx.invite(&token, role, desk.as_ref(), None, now).await?;
    tx.audit(None, "invite", role.word(), now).await?;
    tx.commit().await?;
    store.close().await;
    Ok(Ok(format!("https://t.me/{bot}?start=i_{token}")))
}

fn log(config: &Config) {
    use tracing_subscriber::{EnvFilter, fmt};
    let filter = EnvFilter::try_new(&config.log_filter).unwrap_or_else(|_| EnvFilter::new("info"));
    // A log that cannot be written (a full disk) must not end the program.
    let log = fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .log_internal_errors(false);
    if config.log_json {
        log.json().flatten_event(true).init();
    } else {
        log.init();
    }
    // What a bug says may quote what somebody wrote: the log reads only where it is.
    std::panic::set_hook(Box::new(|bug| {
        let place = bug.location().map(ToString::to_string);
        tracing::error!(place, "a bug, please report it");
    }));
}

fn listed(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn report(problems: &[Problem]) -> ExitCode {
    complain(&listed(problems));
    complain(&format!("{} to mend", problems.len()));
    ExitCode::from(1)
}

fn fail(error: &anyhow::Error) -> ExitCode {
    complain(&format!("sportello: {error:#}"));
    ExitCode::from(1)
}

fn say(text: &str) {
    let written = writeln!(std::io::stdout(), "{text}");
    debug_assert!(written.is_ok());
}

fn complain(text: &str) {
    let written = writeln!(std::io::stderr(), "{text}");
    debug_assert!(written.is_ok());
}
