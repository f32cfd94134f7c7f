// SPDX-License-Identifier: EUPL-1.2
//! Help now from memory alone, and for somebody who floods us.

use std::sync::Arc;

use sportello::crisis::at_once::emergency;
use sportello::handle::{Handler, finished};
use sportello::kernel::{ChatId, Outgoing};

use crate::support::databases;
use crate::support::phones::{MORNING, id_of};
use crate::support::{Town, unshared_world};

/// The update of somebody who writes.
fn said(name: &str, text: &str) -> String {
    let id = id_of(name);
    let from =
        serde_json::json!({"id": id, "is_bot": false, "first_name": name, "language_code": "it"});
    let update = serde_json::json!({"update_id": 1, "message": {
        "message_id": 7, "date": MORNING.0 / 1000, "text": text,
        "chat": {"id": id, "type": "private", "first_name": name}, "from": from,
    }});
    update.to_string()
}

#[test]
fn without_a_database_words_and_button_bring_the_screen_and_staff_at_work_nothing() {
    let mut world = unshared_world();
    world.crisis.listen_with(super::ear);
    let answers = |text: &str| {
        let event = (world.read)(&said("Marta", text), MORNING, "sportello_bot");
        finished(&world, emergency(&world, &event))
    };
    for (text, expected) in [
        ("aiuto", "112\nPericolo? Chiamare"),
        ("/sos", "112\nPericolo? Chiamare"),
        ("AYUDA!!", "112\n¿Peligro? Llamar"),
        ("burri më rreh", "112\nRrezik? Telefonata"),
        ("/sos violence ur", "112\nابھی خطرہ ہے؟"),
    ] {
        let said = answers(text);
        let [(chat, Outgoing::Text { text: answer, .. })] = said.as_slice() else {
            panic!("{text}: {said:?}");
        };
        assert_eq!(*chat, ChatId(id_of("Marta")));
        assert!(answer.starts_with(expected), "{text}: {answer}");
    }
    for nothing in ["buongiorno", "non ce la faccio più con lui", "/sos yes 7"] {
        assert_eq!(answers(nothing), Vec::new(), "{nothing}");
    }
    world.crisis.works_here(ChatId(id_of("Marta")), true);
    assert_eq!(answers("mi picchia"), Vec::new(), "at work");
    assert_eq!(
        answers("aiuto").len(),
        1,
        "the button is there for everybody"
    );
    world.crisis.works_here(ChatId(id_of("Marta")), false);
    assert_eq!(answers("mi picchia").len(), 1);
}

/// H6: `/sos` was answered, the screen was not opened, the voice was dropped without a word.
#[tokio::test]
async fn a_voice_of_somebody_who_floods_us_is_a_cry_all_the_same() {
    for database in databases::all().await {
        let mut town = Town::new(&database).await;
        let mut world = unshared_world();
        world.service.limits.per_minute = 5;
        town.world = Arc::new(world);
        town.handler = Handler::new(town.store.clone(), Arc::clone(&town.world));
        town.tell("Anna: /start").await;
        for _ in 0..10 {
            town.act("Marta", false, "ciao").await;
        }
        for what in ["aiuto", "voice 9", "video note"] {
            town.act("Marta", false, what).await;
        }
        let mut out = String::new();
        town.settle(&mut out).await;
        assert!(out.contains("Anna ┃ P0"), "{out}");
        assert!(out.contains("M-1001") && !out.contains("M-1002"), "{out}");
        let queue = town.tell("Anna: /next").await;
        assert!(
            queue.contains("(voice)") && queue.contains("(video_note)"),
            "{queue}"
        );
        town.close().await;
        database.drop().await;
    }
}
