class Mailer:
    def __init__(self):
        self.recipient = None

    def to(self, recipient):
        self.recipient = recipient

    def send(self, text):
        return f"{text} to {self.recipient}"
