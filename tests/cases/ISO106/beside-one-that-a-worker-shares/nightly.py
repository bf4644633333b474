from mailer import Mailer

mailer = Mailer()


def run():
    mailer.to("operations@example.org")
    return mailer.send("all is well")
