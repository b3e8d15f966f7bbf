"""Targets for coverage-guided fuzzing, and what runs them."""
