"""Pictures by which pages are passed on, and the type they are set in: link cards, posters, QR codes."""
