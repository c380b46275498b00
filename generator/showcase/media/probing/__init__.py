"""What a film or a sound is, before anything is made of it."""
