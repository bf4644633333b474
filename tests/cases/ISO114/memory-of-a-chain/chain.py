from langchain.chains import ConversationalRetrievalChain
from langchain.memory import ConversationBufferMemory
from langchain_openai import ChatOpenAI


def build(retriever):
    memory = ConversationBufferMemory(memory_key="chat_history")  # expect: ISO114
    return ConversationalRetrievalChain.from_llm(ChatOpenAI(), retriever=retriever, memory=memory)
