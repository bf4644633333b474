from bot import Bot

bot = Bot()

if __name__ == "__main__":
    while True:
        print(bot.ask(input("> ")))
