"""Masters and derivatives as files on this machine."""
