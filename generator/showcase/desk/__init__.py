"""What an office does with records beside publishing them: begin, decide, list, report, rename, take down."""
