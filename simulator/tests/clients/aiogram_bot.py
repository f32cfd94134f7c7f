# SPDX-License-Identifier: EUPL-1.2
"""A bare aiogram 3 bot; nothing in it knows of the simulator but the base URL."""

import asyncio
import logging
import os
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

dispatcher = Dispatcher()


@dispatcher.message(CommandStart())
async def start(message: Message) -> None:
    keyboard = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Help"), KeyboardButton(text="About")]])
    await message.answer(f"Hello, <b>{message.from_user.first_name}</b>!", reply_markup=keyboard, parse_mode="HTML")


@dispatcher.message(Command("menu"))
async def menu(message: Message) -> None:
    row = [InlineKeyboardButton(text=name, callback_data=name.lower()) for name in ("One", "Two")]
    await message.answer("Choose", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))


@dispatcher.callback_query()
async def chosen(query: CallbackQuery) -> None:
    await query.answer(f"You chose {query.data}")
    await query.message.edit_text(f"Chosen: {query.data}")


@dispatcher.message(F.voice)
async def voice(message: Message, bot: Bot) -> None:
    content = await bot.download(message.voice.file_id)
    await message.answer_document(BufferedInputFile(content.read(), filename="copy.ogg"), caption="Your voice")


@dispatcher.message()
async def echo(message: Message) -> None:
    await message.send_copy(chat_id=message.chat.id)


def main() -> None:
    logging.basicConfig(level=logging.WARNING)
    url, token, mode = os.environ["API_URL"], os.environ["TOKEN"], sys.argv[1]
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    if mode == "poll":

        async def poll() -> None:
            await bot.set_my_commands([BotCommand(command="menu", description="Choose something")])
            await dispatcher.start_polling(bot)

        asyncio.run(poll())
        return
    port = int(os.environ["PORT"])

    async def begin(bot: Bot) -> None:
        await bot.set_my_commands([BotCommand(command="menu", description="Choose something")])
        await bot.set_webhook(f"http://127.0.0.1:{port}/hook", secret_token="s3cret")

    dispatcher.startup.register(begin)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token="s3cret").register(app, path="/hook")
    setup_application(app, dispatcher, bot=bot)
    web.run_app(app, host="127.0.0.1", port=port, print=None)


if __name__ == "__main__":
    main()
