// SPDX-License-Identifier: EUPL-1.2
//! `sportello demo`: the real bot on a temporary SQLite file, against the simulator's real HTTP Bot API,
//! with a page of phones. Nothing is scripted in the bot; only the people, all synthetic, and the guided tours
//! are given.
//!
//! To add a tour, or a language to the tours: `tours.toml`.

mod tours;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use simulator::{BotRole, Group, Options, Person, Running, Simulator};
use tokio::sync::watch;

use crate::app::{self, App};
use crate::config::{Config, Key};
use crate::kernel::{ChatId, DeskId, Moment};
use crate::people::{Profile, Role};
use crate::store::Store;
use crate::telegram::{Client, Now};
use crate::vault::{Vault, passing_key};

/// The name the bot has in the demo.
const USERNAME: &str = "sportello_demo_bot";

/// A demo at work.
pub struct Demo {
    simulator: Running,
    app: App,
    config: Config,
    /// The database's folder goes with the demo.
    _folder: tempfile::TempDir,
}

impl std::fmt::Debug for Demo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Demo(…)")
    }
}

impl Demo {
    /// Starts the simulator on this address and prepares the bot with its cast.
    pub async fn start(mut config: Config, listen: &str) -> anyhow::Result<Self> {
        let options = Options {
            bot_username: USERNAME.to_owned(),
            bot_name: "Sportello".to_owned(),
            now_ms: app::clock()().0,
            real_time: true,
            // Somebody who moves the page's clock has Telegram's word for it.
            dated: true,
            ..Options::default()
        };
        let token = options.token.clone();
        let simulator = Simulator::start(options, listen).await?;
        let folder = tempfile::tempdir()?;
        config.telegram.api_url = simulator.url();
        config.telegram.token = Some(token.into());
        config.telegram.webhook = None;
        config.telegram.paced = false;
        config.http_listen = None;
        config.database_url = format!("sqlite:{}", folder.path().join("demo.db").display());
        config.key = Key::File(folder.path().join("demo.key"));
        let store = Store::open(&config.database_url, Vault::new(&passing_key())).await?;
        let group = cast(&simulator, &store).await?;
        config.telegram.staff_chat = Some(group);
        let token = config.telegram.token.clone().unwrap_or_default();
        let client = Client::new(&config.telegram.api_url, &token, Duration::from_secs(20))?;
        let world = app::world(&config, USERNAME).map_err(|problems| {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!(lines.join("\n"))
        })?;
        let app = App::new(store, Arc::new(world), client, false);
        Ok(Self {
            simulator,
            app,
            config,
            _folder: folder,
        })
    }

    /// Where the page is.
    pub fn page(&self) -> String {
        format!("{}/", self.simulator.url())
    }

    /// Runs until told to stop. The page's clock is the bot's clock: "next morning" is next morning.
    pub async fn run(self, stop: watch::Receiver<bool>) -> anyhow::Result<()> {
        let simulator = Arc::new(self.simulator);
        let clock = Arc::clone(&simulator);
        let now: Now = Arc::new(move || Moment(clock.world().now_ms()));
        self.app.run(&self.config, now, stop).await
    }
}

/// The people of the demo: three who ask, two operators of different desks, a mediator.
async fn cast(simulator: &Running, store: &Store) -> anyhow::Result<ChatId> {
    let staff = [
        ("Anna", "Prova", "it", Role::Admin, "melegnano"),
        ("Luca", "Esempio", "it", Role::Operator, "san_donato"),
        ("Samira", "Finta", "it", Role::Mediator, "melegnano"),
    ];
    let (group, appointed) = {
        let mut world = simulator.world();
        let mut ids = BTreeMap::new();
        for (first, last, code) in [
            ("Amina", "Sintetica", "ar"),
            ("Oksana", "Vyhadana", "uk"),
            ("Marta", "Docente", "it"),
        ] {
            let id = world.add_person(Person::new(first).last_name(last).speaks(code));
            ids.insert(first, id);
        }
        let mut members = Vec::new();
        for (first, last, code, ..) in staff {
            let id = world.add_person(Person::new(first).last_name(last).speaks(code));
            let started = world.start(id, None);
            debug_assert!(started.is_ok(), "a new person can write to the bot");
            ids.insert(first, id);
            members.push(id);
        }
        simulator.set_tours(tours::tours(&ids)?);
        // Their first "start" is not for the bot to answer: they already work here.
        world.take_updates();
        let group = Group {
            owner: members.first().copied(),
            members: members.iter().skip(1).copied().collect(),
            bot: BotRole::Admin,
            ..Group::supergroup("Sportelli · operatori")
        };
        let group = world.add_group(group);
        world.take_updates();
        (ChatId(group), members)
    };
    let now = app::clock()();
    let mut tx = store.begin().await?;
    for ((first, last, code, role, desk), id) in staff.into_iter().zip(appointed) {
        let profile = Profile {
            chat: ChatId(id),
            name: format!("{first} {last}"),
            language_code: Some(code.to_owned()),
            desk: None,
        };
        let mut person = tx.meet(&profile, now).await?;
        person.language = Some(code.to_owned());
        tx.keep(&person, now).await?;
        tx.appoint(person.id, role, DeskId::parse(desk).as_ref(), now)
            .await?;
    }
    tx.set("staff_chat", &group.to_string()).await?;
    tx.commit().await?;
    Ok(group)
}
