"""What other programs read: sitemap, calendars, feeds, open data. Values in, Artefacts out."""
