from servers import WithClient, timed, with_all, with_server, with_till


class TestAdmin:
    def setup_method(self):
        self.count = 0

    @with_server(port=0)
    def test_answers(self):
        assert self.server.answers()

    @with_till
    def test_till(self):
        assert self.till.answers()

    @WithClient("ann")
    def test_client(self):
        assert self.client.answers()

    @with_all(door=1)
    def test_all(self):
        assert self.door

    @with_server(port=0)
    def test_asks_twice(self):
        assert self.ask()

    def ask(self):
        return self.server.answers()


class TestTimed:
    def setup_method(self):
        self.count = 0

    @timed
    def test_answers(self):
        assert self.server.answers()  # expect: ISO506

    @with_till
    def test_till(self):
        assert self.cellar.answers()  # expect: ISO506
