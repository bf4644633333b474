def test_letter_stays(letter):
    assert letter
