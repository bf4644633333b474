from app.worker import Worker


class TestWorker(Worker):  # expect: ISO508
    def test_jobs(self):
        assert self.jobs == []
