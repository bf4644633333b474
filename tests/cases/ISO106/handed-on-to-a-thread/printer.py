class Printer:
    page = ""
    paper = ""

    def load(self, text):
        self.page = text  # expect: ISO106

    def feed(self, text):
        self.paper = text  # expect: ISO106
