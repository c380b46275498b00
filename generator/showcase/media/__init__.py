"""Probe masters, make pictures and films of them, keep what was made. Inputs are hostile and odd."""
