class Hub:
    def __init__(self):
        self.carts = {}

    def cart(self, user_id="user"):
        return self.carts[user_id]

    def basket(self, user_id="nobody"):
        return self.carts[user_id]  # expect: ISO113


hub = Hub()
