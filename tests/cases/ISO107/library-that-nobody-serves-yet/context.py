class Context:
    user = None
    pages = []

    @classmethod
    def enter(cls, user):
        cls.user = user  # expect: ISO107

    def visit(self, user, page):
        self.pages.append(page)  # expect: ISO107
        return self.user, self.pages
