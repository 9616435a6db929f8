"""What the Worker computes of a recording, in numpy: log-mel cells, windows, statistics."""
