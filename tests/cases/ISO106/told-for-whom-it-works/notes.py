class NotePlugin:
    def set_user(self, user_id):
        self.user_id = user_id  # expect: ISO106

    def run(self, text):
        return self.keep(self.user_id, text)

    def keep(self, owner, text):
        return {owner: text}
