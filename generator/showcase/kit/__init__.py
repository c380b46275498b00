"""What a school takes away: slides, the zip of a record, a programme, a collection; the same slides live."""
