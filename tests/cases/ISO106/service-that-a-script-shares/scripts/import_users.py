from users import UserService

service = UserService()

for user_id in open("users.txt"):
    service.open(None, user_id)
