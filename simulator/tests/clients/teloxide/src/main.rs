// SPDX-License-Identifier: EUPL-1.2
//! A bare teloxide dispatcher; nothing in it knows of the simulator but the base URL.

use std::env;
use teloxide::dispatching::UpdateFilterExt;
use teloxide::net::Download;
use teloxide::prelude::*;
use teloxide::types::{
    BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, KeyboardButton,
    KeyboardMarkup, ParseMode,
};
use teloxide::update_listeners::webhooks;

type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

async fn message(bot: Bot, message: Message) -> Outcome {
    let chat = message.chat.id;
    if let Some(voice) = message.voice() {
        let file = bot.get_file(voice.file.id.clone()).await?;
        let mut content = Vec::new();
        bot.download_file(&file.path, &mut content).await?;
        let document = InputFile::memory(content).file_name("copy.ogg");
        bot.send_document(chat, document)
            .caption("Your voice")
            .await?;
        return Ok(());
    }
    match message.text() {
        Some("/start") => {
            let name = message.from.map(|user| user.first_name).unwrap_or_default();
            let keys = [["Help", "About"].map(KeyboardButton::new)];
            bot.send_message(chat, format!("Hello, <b>{name}</b>!"))
                .parse_mode(ParseMode::Html)
                .reply_markup(KeyboardMarkup::new(keys))
                .await?;
        }
        Some("/menu") => {
            let row = [("One", "one"), ("Two", "two")]
                .map(|(text, data)| InlineKeyboardButton::callback(text, data));
            bot.send_message(chat, "Choose")
                .reply_markup(InlineKeyboardMarkup::new([row]))
                .await?;
        }
        _ => {
            bot.copy_message(chat, chat, message.id).await?;
        }
    }
    Ok(())
}

async fn chosen(bot: Bot, query: CallbackQuery) -> Outcome {
    let data = query.data.unwrap_or_default();
    bot.answer_callback_query(query.id)
        .text(format!("You chose {data}"))
        .await?;
    if let Some(message) = query.message {
        bot.edit_message_text(message.chat().id, message.id(), format!("Chosen: {data}"))
            .await?;
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Outcome {
    let bot = Bot::new(env::var("TOKEN")?).set_api_url(env::var("API_URL")?.parse()?);
    bot.set_my_commands([BotCommand::new("menu", "Choose something")])
        .await?;
    let handler = dptree::entry()
        .branch(Update::filter_message().endpoint(message))
        .branch(Update::filter_callback_query().endpoint(chosen));
    let mut dispatcher = Dispatcher::builder(bot.clone(), handler).build();
    if env::args().nth(1).as_deref() == Some("poll") {
        dispatcher.dispatch().await;
        return Ok(());
    }
    let port = env::var("PORT")?;
    let url = format!("http://127.0.0.1:{port}/hook").parse()?;
    let options = webhooks::Options::new(format!("127.0.0.1:{port}").parse()?, url)
        .secret_token("s3cret".into());
    let listener = webhooks::axum(bot, options).await?;
    dispatcher
        .dispatch_with_listener(
            listener,
            LoggingErrorHandler::with_custom_text("update listener"),
        )
        .await;
    Ok(())
}
