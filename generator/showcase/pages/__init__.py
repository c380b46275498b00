"""Page bodies: showcase and shelf in, Page values out. Knows templates, not themes."""
