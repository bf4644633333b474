import gradio as gr

transcript = ""
lines = []


def reply(message, history):
    global transcript, lines
    transcript += message  # expect: ISO104
    lines = [*lines, message]  # expect: ISO104
    return transcript + lines[0]


gr.ChatInterface(reply).launch()
