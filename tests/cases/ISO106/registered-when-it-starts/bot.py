from telegram.ext import Application, CommandHandler


class Bot:
    def __init__(self, token):
        self.chat_id = None
        self.seen = set()
        self.app = Application.builder().token(token).build()
        self.app.add_handler(CommandHandler("start", self.start))

    async def start(self, update, context):
        self.chat_id = update.effective_chat.id  # expect: ISO106
        self.seen.add(update.update_id)
        await self.greet(context)

    async def greet(self, context):
        await context.bot.send_message(self.chat_id, "Hello")


if __name__ == "__main__":
    Bot("42:secret").app.run_polling()
