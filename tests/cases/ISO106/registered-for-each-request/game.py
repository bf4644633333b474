from telegram.ext import Application, CallbackQueryHandler, CommandHandler


class Game:
    def __init__(self, app):
        app.add_handler(CallbackQueryHandler(self.move))

    async def move(self, update, context):
        self.last = update.callback_query.data
        await self.show()

    async def show(self):
        print(self.last)


async def start(update, context):
    Game(context.application)


app = Application.builder().token("42:secret").build()
app.add_handler(CommandHandler("start", start))
