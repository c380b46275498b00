"""The demo's pictures, films and lists of names: all invented, all made by these scripts from seeds."""
