import gradio as gr

said = []


def reply(message, history):
    said.append(message)  # expect: ISO103
    return " ".join(said)


gr.ChatInterface(reply).launch()
