from multiprocessing import Process


class Processes:
    def submit(self, function, *arguments):
        Process(target=function, args=arguments).start()
