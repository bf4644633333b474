class Transport:
    def __init__(self):
        self.address = None

    def send(self, amount):
        return amount, self.address


class Gateway:
    def __init__(self):
        self._transport = Transport()

    def pay(self, amount, address):
        transport = self._transport
        transport.address = address  # expect: ISO106
        return transport.send(amount)


gateway = Gateway()
