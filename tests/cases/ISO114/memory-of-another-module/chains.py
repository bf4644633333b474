from langchain.chains import ConversationChain
from langchain_openai import ChatOpenAI
from memories import drafts as paper
from memories import remember
from memories import shared as memory

talking = ConversationChain(llm=ChatOpenAI(), memory=memory)
drafting = ConversationChain(llm=ChatOpenAI(), memory=paper)


def talk():
    return ConversationChain(llm=ChatOpenAI(), memory=remember())
