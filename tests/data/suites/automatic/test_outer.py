def test_time_stands():
    assert True
