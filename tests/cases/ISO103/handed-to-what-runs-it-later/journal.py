notes = []
drafts = []
pages = []


def remember(text):
    notes.append(text)  # expect: ISO103


def keep(text):
    drafts.append(text)  # expect: ISO103


class Journal:
    @staticmethod
    async def write(text):
        pages.append(text)  # expect: ISO103

    @staticmethod
    def read():
        return notes, drafts, pages
