class Cart:
    items = []
    marks = {}

    def put(self, item):
        self.items.append(item)  # expect: ISO107

    def mark(self, item):
        self.marks["last"] = item  # expect: ISO107
        return self.marks
