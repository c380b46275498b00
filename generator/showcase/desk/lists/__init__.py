"""What an office makes of the records of a year on the way to its lists."""
