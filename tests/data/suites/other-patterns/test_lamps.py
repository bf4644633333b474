def check_is_not_looked_for_in_this_file(lamp):
    assert lamp
