from agents import ToolDispatcher

if __name__ == "__main__":
    print(ToolDispatcher())
