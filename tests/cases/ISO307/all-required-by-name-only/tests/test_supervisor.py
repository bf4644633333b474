async def test_all_required_events_are_sent(supervisor):
    sent = []

    async def note(kind, payload):
        sent.append(kind)

    supervisor.on_event = note
    await supervisor.execute("sum up")
    assert "thinking" in sent
    assert "tool_executing" in sent  # expect: ISO307
    assert "tool_completed" in sent
