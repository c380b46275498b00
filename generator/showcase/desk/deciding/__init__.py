"""A list that was decided on, and what it changes in the records that it names."""
