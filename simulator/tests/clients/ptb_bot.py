# SPDX-License-Identifier: EUPL-1.2
"""A bare python-telegram-bot bot; nothing in it knows of the simulator but the base URL."""

import logging
import os
import sys

from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_html(
        f"Hello, <b>{update.effective_user.first_name}</b>!",
        reply_markup=ReplyKeyboardMarkup([["Help", "About"]]),
    )


async def menu(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    row = [InlineKeyboardButton(name, callback_data=name.lower()) for name in ("One", "Two")]
    await update.message.reply_text("Choose", reply_markup=InlineKeyboardMarkup([row]))


async def chosen(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    await query.answer(f"You chose {query.data}")
    await query.edit_message_text(f"Chosen: {query.data}")


async def voice(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    file = await update.message.voice.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_document(content, filename="copy.ogg", caption="Your voice")


async def echo(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.copy(update.effective_chat.id)


async def begin(app: Application) -> None:
    await app.bot.set_my_commands([BotCommand("menu", "Choose something")])


def main() -> None:
    logging.basicConfig(level=logging.WARNING)
    url, token, mode = os.environ["API_URL"], os.environ["TOKEN"], sys.argv[1]
    app = (
        Application.builder()
        .token(token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .post_init(begin)
        .build()
    )
    app.add_handler(CommandHandler("start", start))
    app.add_handler(CommandHandler("menu", menu))
    app.add_handler(CallbackQueryHandler(chosen))
    app.add_handler(MessageHandler(filters.VOICE, voice))
    app.add_handler(MessageHandler(filters.ALL, echo))
    if mode == "poll":
        app.run_polling()
        return
    port = int(os.environ["PORT"])
    app.run_webhook(
        listen="127.0.0.1",
        port=port,
        url_path="hook",
        webhook_url=f"http://127.0.0.1:{port}/hook",
        secret_token="s3cret",
    )


if __name__ == "__main__":
    main()
