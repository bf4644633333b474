import gradio as gr


def build():
    last_question = ""

    def ask(question, request: gr.Request):
        nonlocal last_question
        last_question = question  # expect: ISO104
        return f"{request.username} asks"

    def again():
        return last_question

    with gr.Blocks() as page:
        box = gr.Textbox()
        box.submit(ask, box, box)
        gr.Button("again").click(again, None, box)
    return page
