"""A record begun by answers: what is asked, how it is asked, which files come of it."""
