from shop import cable, complete, runner


def test_parallel_tool_calls():
    answer = complete("weather and news", tools=["weather", "news"])
    assert [call.name for call in answer.calls] == ["weather", "news"]


def test_length_of_parallel_cables():
    assert cable(1, 2).length == cable(1, 2, twice=True).length


def test_job_keeps_its_concurrency():
    assert runner(concurrency=3).workers == 3


def test_count_of_parallel_downloads(shop):
    assert shop.download_parallel(3) == 3


def test_parallel_requests():  # expect: ISO511
    assert [complete("weather"), complete("news")]


def test_orders_in_parallel(shop):  # expect: ISO511
    assert shop.order("tea") and shop.order("milk")
