// SPDX-License-Identifier: EUPL-1.2
// A bare node-telegram-bot-api bot; nothing in it knows of the simulator but the base URL.

import { Bot, InlineKeyboardBuilder, InputFile, ReplyKeyboardBuilder } from "node-telegram-bot-api";
import { run, startWebhook } from "node-telegram-bot-api/node";

const { API_URL, TOKEN, PORT } = process.env;
const bot = new Bot(TOKEN, { apiRoot: API_URL });

bot.command("start", (ctx) => ctx.reply(`Hello, <b>${ctx.from.first_name}</b>!`, {
  parse_mode: "HTML",
  reply_markup: new ReplyKeyboardBuilder().text("Help").text("About").build(),
}));
bot.command("menu", (ctx) => ctx.reply("Choose", {
  reply_markup: new InlineKeyboardBuilder().text("One", "one").text("Two", "two").build(),
}));
bot.on("callback_query", async (ctx) => {
  const { data, message } = ctx.callbackQuery;
  await ctx.answerCallbackQuery({ text: `You chose ${data}` });
  await ctx.api.editMessageText({ chat_id: message.chat.id, message_id: message.message_id, text: `Chosen: ${data}` });
});
bot.on("message", async (ctx) => {
  const chat_id = ctx.chat.id;
  if (!ctx.message.voice) {
    await ctx.api.copyMessage({ chat_id, from_chat_id: chat_id, message_id: ctx.message.message_id });
    return;
  }
  const { file_path } = await ctx.api.getFile({ file_id: ctx.message.voice.file_id });
  const sound = await fetch(`${API_URL}/file/bot${TOKEN}/${file_path}`);
  const document = new InputFile(new Uint8Array(await sound.arrayBuffer()), { filename: "copy.ogg" });
  await ctx.api.sendDocument({ chat_id, document, caption: "Your voice" });
});

await bot.api.setMyCommands({ commands: [{ command: "menu", description: "Choose something" }] });
if (process.argv[2] === "poll") {
  await run(bot);
} else {
  await bot.api.setWebhook({ url: `http://127.0.0.1:${PORT}/hook`, secret_token: "s3cret" });
  await startWebhook(bot, { port: Number(PORT), path: "/hook", secretToken: "s3cret" });
}
