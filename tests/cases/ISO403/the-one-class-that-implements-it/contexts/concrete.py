from .abstract import RequestContext


class UserRequestContext(RequestContext):
    def user(self):
        return self.user_id
