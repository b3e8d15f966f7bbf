"""Many profiles at once: the same decision, line after line or batch after batch."""
