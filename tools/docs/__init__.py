"""Pages of docs/ that are written by the program: `python -m tools.docs.rules_page`."""
