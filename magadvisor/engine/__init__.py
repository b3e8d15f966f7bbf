"""The decision: pure functions from a profile to an advice."""
