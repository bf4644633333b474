def test_second_guest(hotel):
    ann = hotel.join("ann")
    assert ann.room == 1
    bob = hotel.join("bob")
    assert bob.room == 2
    ann.close()  # expect: ISO516
    bob.close()


def test_guest_of_the_night(hotel):
    with hotel.night():
        ann = hotel.join("ann")
    assert ann.room == 1
    ann.close()  # expect: ISO516
