class App:
    def __init__(self):
        self.ask_code = False
        self.open = True
        self.rows = []
