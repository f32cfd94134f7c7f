// SPDX-License-Identifier: EUPL-1.2
// A bare telegraf bot; nothing in it knows of the simulator but the base URL.

import { createServer } from "node:http";
import { Input, Markup, Telegraf } from "telegraf";
import { message } from "telegraf/filters";

const { API_URL, TOKEN, PORT } = process.env;
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API_URL } });

bot.start((ctx) => ctx.replyWithHTML(`Hello, <b>${ctx.from.first_name}</b>!`, Markup.keyboard([["Help", "About"]])));
bot.command("menu", (ctx) => ctx.reply("Choose", Markup.inlineKeyboard(
  ["One", "Two"].map((name) => Markup.button.callback(name, name.toLowerCase())))));
bot.on("callback_query", async (ctx) => {
  await ctx.answerCbQuery(`You chose ${ctx.callbackQuery.data}`);
  await ctx.editMessageText(`Chosen: ${ctx.callbackQuery.data}`);
});
bot.on(message("voice"), async (ctx) => {
  const sound = await fetch(await ctx.telegram.getFileLink(ctx.message.voice.file_id));
  const copy = Input.fromBuffer(Buffer.from(await sound.arrayBuffer()), "copy.ogg");
  await ctx.replyWithDocument(copy, { caption: "Your voice" });
});
bot.on("message", (ctx) => ctx.copyMessage(ctx.chat.id));

await bot.telegram.setMyCommands([{ command: "menu", description: "Choose something" }]);
if (process.argv[2] === "poll") {
  process.once("SIGINT", () => bot.stop("SIGINT"));
  await bot.launch();
} else {
  bot.botInfo = await bot.telegram.getMe();
  const server = createServer(bot.webhookCallback("/hook", { secretToken: "s3cret" }));
  server.listen(Number(PORT), "127.0.0.1", () =>
    bot.telegram.setWebhook(`http://127.0.0.1:${PORT}/hook`, { secret_token: "s3cret" }));
  process.once("SIGINT", () => process.exit(0));
}
