def test_container_runs(container):
    assert container
