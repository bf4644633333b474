from autogen import AssistantAgent, UserProxyAgent

assistant = AssistantAgent("assistant")  # expect: ISO114
proxy = UserProxyAgent("proxy")  # expect: ISO114
critic = AssistantAgent("critic")


def answer(user_id, question):
    proxy.initiate_chat(assistant, message=question)
    return assistant.generate_reply()


def review(text):
    return critic.generate_reply(text)
