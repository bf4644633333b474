from threading import local

CARTS = {}
BOXES = {}
_currency = "EUR"
_here = local()


class Tills:
    def __init__(self):
        self.printer = None
        self.cards = {}
        self.visits = []

    def use_printer(self, printer):
        self.printer = printer

    def accept(self, card, fee):
        self.cards[card] = fee

    def visit(self, name):
        self.visits.append(name)

    def is_ready(self):
        return self.printer is not None

    def fee(self, card):
        return self.cards.get(card)

    def visitors(self):
        return list(self.visits)

    def clear(self):
        self.printer = None
        self.cards.clear()
        self.visits.clear()


_tills = Tills()
_spare = None


def get_tills():
    return _tills


def set_currency(name):
    global _currency
    _currency = name


def currency():
    return _currency


def spare():
    global _spare
    if _spare is None:
        _spare = Tills()
    return _spare


def set_spare(tills):
    global _spare
    _spare = tills


def close_spare():
    global _spare
    if _spare is not None:
        _spare = None


def cart(name):
    return CARTS.get(name)


def sign_in(name):
    _here.user = name


def signed_in():
    return getattr(_here, "user", None)


def client():
    from shop.wire import Client

    return Client()
