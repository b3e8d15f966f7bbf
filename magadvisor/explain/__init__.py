"""Any entry of the knowledge in plain words."""
