def test_ann(remote):
    remote.sign_in("ann@example.com", "secret")
    assert remote.me()


def test_ben(remote):
    remote.sign_in("ben@example.com", "secret")
    assert remote.me()


def test_signs_out(other):
    other.users.login("ann@example.com", "secret")
    assert other.me()
    other.users.logout()


def test_nobody(other):
    assert other.me() is None


def test_of_its_own(single):
    single.sign_in("ann@example.com", "secret")
    assert single.me()


def test_nobody_of_its_own(single):
    assert single.me() is None


def test_till(register):
    assert register.login("ann")


def test_till_again(register):
    assert register.login("ben")
