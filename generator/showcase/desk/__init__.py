"""What an office does with records beside publishing them: take down, have a consent signed."""
