"""The questions at the terminal: one list of questions, two front ends."""
