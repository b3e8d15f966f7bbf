"""An advice becomes text."""
