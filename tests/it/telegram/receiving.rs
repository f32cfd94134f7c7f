// SPDX-License-Identifier: EUPL-1.2
//! Nothing that came in is lost, whatever happens on the way.

use std::collections::HashSet;
use std::sync::Mutex;

use simulator::{Fault, Person, Rule};
use sportello::kernel::What;
use sportello::telegram::{Hook, Webhook, http, read};

use super::*;

fn silent(post: &Post) -> Emergency {
    Emergency::none(post.client.clone())
}

/// The texts in the inbox, in the order they will be handled. Takes them.
pub async fn handled(post: &Post) -> Vec<String> {
    let mut texts = Vec::new();
    loop {
        let mut tx = post.store.begin().await.unwrap();
        let heads = tx.inbox_take(64).await.unwrap();
        if heads.is_empty() {
            return texts;
        }
        for head in &heads {
            if let What::Said(content) = read(&head.raw, head.received, "test_bot").what {
                texts.push(content.text);
            }
        }
        let ids: Vec<i64> = heads.iter().map(|head| head.id).collect();
        tx.inbox_handled(&ids, (post.now)()).await.unwrap();
        tx.commit().await.unwrap();
    }
}

pub async fn waiting(post: &Post) -> i64 {
    post.store.inbox_depth().await.unwrap().0
}

#[tokio::test]
async fn every_update_is_stored_once_and_in_order_whatever_the_network_does() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let person = {
            let mut world = post.telegram.world();
            let twice = Fault::DuplicateUpdates;
            for fault in [
                Fault::DropAfter,
                twice.clone(),
                Fault::Truncate,
                twice,
                Fault::BadGateway,
            ] {
                world.add_rule(Rule::times("getUpdates", 1, fault));
            }
            let person = world.add_person(Person::new("Amina"));
            for n in 0..250 {
                world.send_text(person, person, &n.to_string()).unwrap();
            }
            person
        };
        let receiving = post.receive(silent(&post));
        until("all of them are stored", || async {
            waiting(&post).await == 250
        })
        .await;
        post.telegram
            .world()
            .send_text(person, person, "250")
            .unwrap();
        until("the next one too", || async { waiting(&post).await == 251 }).await;
        until("Telegram knows", || async {
            post.telegram.world().pending() == 0
        })
        .await;
        assert_eq!(post.health.trouble((post.now)()), None);
        post.stop.send(true).unwrap();
        receiving.await.unwrap().unwrap();
        let expected: Vec<String> = (0..=250).map(|n| n.to_string()).collect();
        assert_eq!(handled(&post).await, expected);
        post.close().await;
    }
}

/// A restart asks without an offset: what Telegram still has comes again and vanishes.
#[tokio::test]
async fn a_restart_stores_nothing_twice() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        {
            let mut world = post.telegram.world();
            let person = world.add_person(Person::new("Amina"));
            for n in 0..30 {
                world.send_text(person, person, &n.to_string()).unwrap();
            }
        }
        let raw = post.client.get_updates(None, Duration::ZERO).await.unwrap();
        let batch = sportello::telegram::split_batch(raw.get());
        assert_eq!(
            post.store.inbox_put(&batch, (post.now)()).await.unwrap(),
            30
        );
        // Killed here. All of them are still at Telegram.
        assert_eq!(post.telegram.world().pending(), 30);
        let receiving = post.receive(silent(&post));
        until("Telegram knows", || async {
            post.telegram.world().pending() == 0
        })
        .await;
        assert_eq!(waiting(&post).await, 30);
        post.stop.send(true).unwrap();
        receiving.await.unwrap().unwrap();
        post.close().await;
    }
}

/// Answers every text with a card, straight away.
fn cards() -> Hook {
    Arc::new(|raw| {
        let event = read(raw, Moment(0), "test_bot");
        match event.what {
            What::Said(content) if content.text == "🆘" => {
                vec![(event.chat, text(0, "112").outgoing)]
            }
            _ => Vec::new(),
        }
    })
}

fn sent_texts(post: &Post) -> Vec<String> {
    let world = post.telegram.world();
    let sent = world
        .log()
        .filter(|call| call.method.eq_ignore_ascii_case("sendMessage"));
    let sent = sent.filter(|call| call.answer["ok"] == true);
    sent.map(|call| call.params["text"].as_str().unwrap_or_default().to_owned())
        .collect()
}

#[tokio::test]
async fn help_comes_even_when_the_database_is_down_and_nothing_is_lost() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let breaker = sqlx::AnyPool::connect(&post.database.url()).await.unwrap();
        sqlx::query("ALTER TABLE inbox RENAME TO broken")
            .execute(&breaker)
            .await
            .unwrap();
        let person = {
            let mut world = post.telegram.world();
            // The first attempt to help fails as well.
            world.add_rule(Rule::times("sendMessage", 1, Fault::DropBefore));
            let person = world.add_person(Person::new("Amina"));
            world.start(person, None).unwrap();
            world.send_text(person, person, "🆘").unwrap();
            person
        };
        let receiving = post.receive(Emergency::new(cards(), post.client.clone()));
        until("the card is there", || async {
            sent_texts(&post).len() == 1
        })
        .await;
        post.telegram
            .world()
            .send_text(person, person, "🆘")
            .unwrap();
        until("the second one, too", || async {
            sent_texts(&post).len() == 2
        })
        .await;
        assert!(post.health.trouble((post.now)()).is_some());
        assert_eq!(
            post.telegram.world().pending(),
            3,
            "nothing is acknowledged"
        );
        sqlx::query("ALTER TABLE broken RENAME TO inbox")
            .execute(&breaker)
            .await
            .unwrap();
        until("all is stored", || async { waiting(&post).await == 3 }).await;
        until("Telegram knows", || async {
            post.telegram.world().pending() == 0
        })
        .await;
        assert_eq!(sent_texts(&post), ["112", "112"], "each is helped once");
        assert_eq!(post.health.trouble((post.now)()), None);
        post.stop.send(true).unwrap();
        receiving.await.unwrap().unwrap();
        breaker.close().await;
        post.close().await;
    }
}

async fn sqlite() -> Database {
    databases::all().await.into_iter().next().unwrap()
}

#[tokio::test]
async fn a_wrong_token_and_another_instance_stop_the_program_with_words_that_help() {
    let post = Post::open(sqlite().await, Options::default()).await;
    let wrong = SecretString::from("777000111:wrong");
    let client = Client::new(&post.telegram.url(), &wrong, Duration::from_secs(5)).unwrap();
    let right = post.client.clone();
    let post = Post { client, ..post };
    let stopped = post.receive(silent(&post)).await.unwrap().unwrap_err();
    assert_eq!(stopped, Stopped::Token(401));
    assert!(stopped.to_string().contains("SPORTELLO_TOKEN"), "{stopped}");

    let post = Post {
        client: right,
        ..post
    };
    let conflict = Fault::Refuse {
        code: 409,
        description:
            "Conflict: terminated by other getUpdates request; make sure that only one bot \
                      instance is running"
                .to_owned(),
    };
    post.telegram
        .world()
        .add_rule(Rule::always("getUpdates", conflict));
    let stopped = post.receive(silent(&post)).await.unwrap().unwrap_err();
    assert_eq!(stopped, Stopped::Conflict);
    assert!(stopped.to_string().contains("another program"), "{stopped}");
    post.close().await;
}

#[tokio::test]
async fn a_webhook_left_over_is_taken_away_when_we_poll() {
    let post = Post::open(sqlite().await, Options::default()).await;
    let secret = SecretString::from("s");
    post.client
        .set_webhook("http://127.0.0.1:1/old", &secret)
        .await
        .unwrap();
    {
        let mut world = post.telegram.world();
        let person = world.add_person(Person::new("Amina"));
        world.send_text(person, person, "x").unwrap();
    }
    let receiving = post.receive(silent(&post));
    until("it is stored", || async { waiting(&post).await == 1 }).await;
    assert_eq!(post.client.get_webhook_info().await.unwrap().url, "");
    post.stop.send(true).unwrap();
    receiving.await.unwrap().unwrap();
    post.close().await;
}

/// A webhook of ours on a free port; its address.
async fn listen(post: &Post, emergency: Emergency) -> String {
    let webhook = Webhook {
        intake: post.intake(emergency, None),
        secret: SecretString::from("right"),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    tokio::spawn(http::serve(
        listener,
        webhook.router("hook"),
        post.stop.subscribe(),
    ));
    url
}

async fn bring(url: &str, secret: Option<&str>, body: &[u8]) -> u16 {
    let mut request = reqwest::Client::new().post(url).body(body.to_vec());
    if let Some(secret) = secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn a_webhook_says_yes_only_to_telegram_and_only_to_what_is_stored() {
    for database in databases::all().await {
        let post = Post::open(database, Options::default()).await;
        let url = listen(&post, Emergency::new(cards(), post.client.clone())).await;
        let person = post.telegram.world().add_person(Person::new("Amina"));
        post.telegram.world().start(person, None).unwrap();
        let help = format!(
            r#"{{"update_id":9,"message":{{"message_id":1,"text":"🆘","chat":{{"id":{person}}}}}}}"#
        );
        for secret in [None, Some(""), Some("wrong"), Some("righ"), Some("rightt")] {
            assert_eq!(
                bring(&url, secret, help.as_bytes()).await,
                401,
                "{secret:?}"
            );
        }
        for poison in [&b""[..], b"{", b"[]", b"\xff\xfe", b"{\"update_id\":\"x\"}"] {
            assert_eq!(bring(&url, Some("right"), poison).await, 200);
        }
        assert_eq!(bring(&url, Some("right"), &vec![b' '; 2 << 20]).await, 413);
        assert_eq!(waiting(&post).await, 0);

        let breaker = sqlx::AnyPool::connect(&post.database.url()).await.unwrap();
        sqlx::query("ALTER TABLE inbox RENAME TO broken")
            .execute(&breaker)
            .await
            .unwrap();
        for _ in 0..3 {
            assert_eq!(bring(&url, Some("right"), help.as_bytes()).await, 500);
        }
        until("helped once", || async { sent_texts(&post) == ["112"] }).await;
        sqlx::query("ALTER TABLE broken RENAME TO inbox")
            .execute(&breaker)
            .await
            .unwrap();
        breaker.close().await;
        for _ in 0..3 {
            assert_eq!(bring(&url, Some("right"), help.as_bytes()).await, 200);
        }
        assert_eq!(waiting(&post).await, 1);
        post.stop.send(true).unwrap();
        post.close().await;
    }
}

#[tokio::test]
async fn updates_brought_by_webhook_keep_their_order() {
    let post = Post::open(sqlite().await, Options::default()).await;
    let url = listen(&post, silent(&post)).await;
    let secret = SecretString::from("right");
    post.client.set_webhook(&url, &secret).await.unwrap();
    {
        let mut world = post.telegram.world();
        world.add_rule(Rule::times("webhook", 1, Fault::DuplicateUpdates));
        let person = world.add_person(Person::new("Amina"));
        for n in 0..40 {
            world.send_text(person, person, &n.to_string()).unwrap();
        }
    }
    until("all of them are stored", || async {
        waiting(&post).await == 40
    })
    .await;
    let texts = handled(&post).await;
    let expected: Vec<String> = (0..40).map(|n| n.to_string()).collect();
    assert_eq!(texts, expected);
    assert_eq!(texts.iter().collect::<HashSet<_>>().len(), 40);
    post.close().await;
}

#[tokio::test]
async fn the_health_page_tells_trouble_from_silence() {
    let post = Post::open(sqlite().await, Options::default()).await;
    let recorder = metrics_exporter_prometheus::PrometheusBuilder::new().build_recorder();
    let asked = Arc::new(Mutex::new(0));
    let asking = Arc::clone(&asked);
    let pages = http::Pages {
        store: post.store.clone(),
        now: Arc::clone(&post.now),
        health: post.health.clone(),
        metrics: recorder.handle(),
        gauges: Some(Arc::new(move || {
            *asking.lock().unwrap() += 1;
            Box::pin(async {})
        })),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(http::serve(listener, pages.router(), post.stop.subscribe()));
    let page = async |path: &str| {
        let answer = reqwest::get(format!("{base}{path}")).await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(page("/healthz").await, (200, "alive\n".to_owned()));
    assert_eq!(
        page("/readyz").await,
        (503, "Telegram has not answered yet\n".to_owned())
    );
    post.health.received((post.now)());
    assert_eq!(page("/readyz").await.0, 200);
    assert_eq!(page("/metrics").await.0, 200);
    assert_eq!(*asked.lock().unwrap(), 1);
    post.store.close().await;
    assert_eq!(
        page("/readyz").await,
        (503, "the database does not answer\n".to_owned())
    );
    assert_eq!(page("/healthz").await.0, 200);
    post.close().await;
}

/// Collects whatever is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_token_and_the_words_are_in_no_log_at_any_level() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let post = Post::open(sqlite().await, Options::default()).await;
    {
        let mut world = post.telegram.world();
        for method in ["getUpdates", "sendMessage"] {
            for fault in [Fault::DropBefore, Fault::BadGateway] {
                world.add_rule(Rule::times(method, 1, fault));
            }
        }
        let description = "Bad Request: can't parse \"parole-segrete\"".to_owned();
        world.add_rule(Rule::times(
            "sendMessage",
            1,
            Fault::Refuse {
                code: 400,
                description,
            },
        ));
        let person = world.add_person(Person::new("Nome-Segreto"));
        world.start(person, None).unwrap();
        world.send_text(person, person, "parole-segrete").unwrap();
    }
    let (receiving, sending) = (post.receive(silent(&post)), post.send(Pace::none()));
    post.post(&[text(1, "parole-segrete")]).await;
    post.nothing_waits().await;
    until("it is stored", || async { waiting(&post).await == 2 }).await;
    post.stop.send(true).unwrap();
    receiving.await.unwrap().unwrap();
    sending.await.unwrap();
    let log = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(log.contains("Telegram refused a call of ours"), "{log}");
    for secret in ["SIMULATOR_TOKEN", "parole-segrete", "Nome-Segreto"] {
        assert!(!log.contains(secret), "`{secret}` is in the log");
    }
    post.close().await;
}
