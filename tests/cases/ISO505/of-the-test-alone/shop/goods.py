class Basket:
    def __init__(self):
        self.goods = []
        self.market = None
