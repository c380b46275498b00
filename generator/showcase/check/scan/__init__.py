"""Look for private facts in every place that could tell them: files, metadata, history, the built site."""
