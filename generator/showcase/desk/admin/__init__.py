"""The editing desk in the browser: Sveltia CMS, configured from the tables of fields."""
