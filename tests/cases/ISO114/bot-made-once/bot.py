from langchain.chains import ConversationChain
from langchain.memory import ConversationBufferMemory
from langchain_openai import ChatOpenAI


class Bot:
    def __init__(self):
        self.memory = ConversationBufferMemory()  # expect: ISO114
        self.chain = ConversationChain(llm=ChatOpenAI(), memory=self.memory)

    def ask(self, question):
        return self.chain.predict(input=question)
