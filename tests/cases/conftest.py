"""The stories are read, never run: their tests are not ours."""

collect_ignore_glob = ["*"]
