class Journey:
    def setup_method(self):
        self.users = []
