"""One module a command: load, call, save. Nothing else in the package opens a file of a case or a build."""
