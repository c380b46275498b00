"""showcase: one folder of approved records in, one public showcase site out."""
