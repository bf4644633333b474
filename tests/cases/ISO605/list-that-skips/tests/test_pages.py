def test_page_is_skipped():
    pages = Pages()
    pages.skip("server unavailable")
    assert pages


class Pages:
    def skip(self, reason):
        self.reason = reason
