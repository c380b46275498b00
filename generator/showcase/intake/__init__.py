"""Packets of districts and schools: unpacked, read by their labels, compared, turned into drafts."""
