class OrderService:
    def __init__(self):
        self.current_user = None

    def open(self, user):
        self.current_user = user  # expect: ISO106

    def place(self, item):
        return f"{item} for {self.current_user}"


service = OrderService()
