"""Films, sounds and captions as browsers take them."""
