"""Figures: never a timed test, always ratios beside a peer in one run (`make bench`)."""
