class Hub:
    def __init__(self):
        self.last = ""
        self.draft = ""
        self.greeting = ""
        self.handlers = {"say": self.say, "greet": self.greet}
        self.handlers["greet"]("welcome")

    def say(self, text):
        self.last = text  # expect: ISO106

    def greet(self, text):
        self.greeting = text

    def write(self, text):
        self.draft = text  # expect: ISO106

    def handle(self, kind, text):
        self.handlers["say"](text)
        writers = {"write": self.write}
        writer = writers.get(kind)
        if writer:
            writer(text)
        return self.last + self.draft + self.greeting
