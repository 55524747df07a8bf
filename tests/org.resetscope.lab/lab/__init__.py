"""Makes labelled captures with the real kernel; see docs/proving-ground.md."""
