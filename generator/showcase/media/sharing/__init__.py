"""Masters and derivatives in a store that several machines share."""
