import shutil
import tempfile


def test_guest_moves_in(hotel):
    """The hotel is open already."""

    # room 1 is free
    hotel.book(1, "ann")
    assert hotel.guests() == ["ann"], \
        "nobody else"
    hotel.shutdown()  # expect: ISO516


def test_bill_is_written(hotel):
    room = "1"
    names = [
        "ann",  # who pays
        "bob",
    ]
    hotel.book(room, names)
    assert hotel.bill(room) == """
    room 1
"""
    # in any case
    hotel.cleanup(room, names)  # expect: ISO516
    hotel.release(names)


class TestKeys:
    async def test_keys_open(self, hotel):
        self.desk = await hotel.desk()
        if self.desk.is_open:
            assert await self.desk.keys()

        await self.desk.close()  # expect: ISO516


def test_doors_are_written_down():
    folder = tempfile.mkdtemp()
    assert (
        write(folder)
        == 2
    )
    cleanup(str(folder))  # expect: ISO516


def write(folder):
    return 2


def cleanup(folder):
    shutil.rmtree(folder)
