"""Finding: showcase in, static index files out. Needs no theme; the format is docs/search-format.md."""
