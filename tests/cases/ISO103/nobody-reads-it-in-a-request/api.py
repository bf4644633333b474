from fastapi import FastAPI

app = FastAPI()
audit = []


@app.post("/orders")
def order(item: str):
    audit.append(item)
    return "ordered"


if __name__ == "__main__":
    print(audit)
