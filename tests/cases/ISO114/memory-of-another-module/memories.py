from langchain.memory import ConversationBufferMemory

notes = ConversationBufferMemory()
shared = ConversationBufferMemory()  # expect: ISO114
drafts = ConversationBufferMemory()


def remember():
    return ConversationBufferMemory()
