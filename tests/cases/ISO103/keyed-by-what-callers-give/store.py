DRAFTS = {}
PAGES = {}


def remember(key, text):
    DRAFTS[key] = text


def remember_page(key, text):
    PAGES[key] = text  # expect: ISO103


def recall(key):
    return DRAFTS.get(key) or PAGES.get(key)
