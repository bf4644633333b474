import gradio as gr

said = []
words = set()
lines = {"all": []}

with gr.Blocks() as demo:
    box = gr.Textbox()
    box.submit(lambda text: said.append(text) or said, box, box)  # expect: ISO103


def remember(text):
    [lines["all"].append(word) for word in text.split()]  # expect: ISO103
    return lines


box.change(remember, box, box)
demo.launch()
