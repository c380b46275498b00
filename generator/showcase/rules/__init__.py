"""Judge facts: one rule, one function, one manual text, one clause. Nothing here opens a file."""
