"""A page to print and take along."""
