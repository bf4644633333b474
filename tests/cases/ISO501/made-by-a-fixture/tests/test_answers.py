def test_supervisor_answers(supervisor):
    assert supervisor.run("hi")
