"""Files become knowledge, checked."""
