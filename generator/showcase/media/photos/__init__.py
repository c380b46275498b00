"""Photos: recognised, decoded, cropped, written."""
