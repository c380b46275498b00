"""Jobs, and the processes beside ours that do them."""
