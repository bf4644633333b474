def test_supervisor_answers(supervisor, context):
    assert supervisor.execute(context)
