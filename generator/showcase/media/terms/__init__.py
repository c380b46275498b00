"""What is wanted, what was made of it, and the words for both."""
