"""What a star, a project, a week is. Plain frozen values; nothing here reads, judges or draws."""
