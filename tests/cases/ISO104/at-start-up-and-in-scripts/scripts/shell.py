import sys

import state

state.configure(sys.argv[1])
state.environment = sys.argv[2]
