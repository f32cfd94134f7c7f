// SPDX-License-Identifier: EUPL-1.2
//! The server as a program.

use clap::{Parser, ValueEnum};
use simulator::{Limits, Options, Simulator};
use std::io::{self, Write};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A Telegram Bot API server on one machine.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Address to listen on; keep it on the loopback: whoever reaches it may act as anybody.
    #[arg(long, default_value = "127.0.0.1:8081")]
    listen: String,
    /// The bot's token.
    #[arg(long, env = "SIMULATOR_TOKEN")]
    token: Option<String>,
    /// The bot's public name.
    #[arg(long, default_value = "test_bot")]
    username: String,
    /// The bot's first name.
    #[arg(long, default_value = "Bot")]
    name: String,
    /// Start of all chance.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Whether calls are limited.
    #[arg(long, value_enum, default_value_t = Pace::None)]
    limits: Pace,
    /// Messages kept in each chat.
    #[arg(long, default_value_t = 2_000)]
    history: usize,
    /// Calls and changes kept.
    #[arg(long, default_value_t = 10_000)]
    log: usize,
    /// Whether the bot sees everything that is said in groups.
    #[arg(long)]
    no_privacy: bool,
    /// The clock stands still until it is moved.
    #[arg(long)]
    still: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Pace {
    None,
    Telegram,
}

#[tokio::main]
async fn main() -> io::Result<()> {
    serve(Arguments::parse(), now()).await
}

#[expect(
    clippy::disallowed_methods,
    reason = "the world's clock begins at the real time, read once here"
)]
fn now() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

async fn serve(arguments: Arguments, now: Duration) -> io::Result<()> {
    let standard = Options::default();
    let options = Options {
        token: arguments.token.unwrap_or(standard.token),
        bot_username: arguments.username,
        bot_name: arguments.name,
        privacy_mode: !arguments.no_privacy,
        seed: arguments.seed,
        limits: match arguments.limits {
            Pace::None => Limits::None,
            Pace::Telegram => Limits::telegram(),
        },
        now_ms: i64::try_from(now.as_millis()).unwrap_or(standard.now_ms),
        history: arguments.history,
        log: arguments.log,
        real_time: !arguments.still,
        ..Options::default()
    };
    let token = options.token.clone();
    let running = Simulator::start(options, &arguments.listen).await?;
    let mut out = io::stdout().lock();
    writeln!(out, "Bot API  {}/bot{token}/", running.url())?;
    writeln!(out, "Control  {}/", running.control_url())?;
    writeln!(out, "Phones   {}/", running.url())?;
    out.flush()?;
    drop(out);
    tokio::signal::ctrl_c().await
}
