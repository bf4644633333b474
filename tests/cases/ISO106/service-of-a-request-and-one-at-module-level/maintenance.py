from users import UserService

service = UserService(None)


def run():
    for number in range(10):
        service.load(number)


if __name__ == "__main__":
    run()
