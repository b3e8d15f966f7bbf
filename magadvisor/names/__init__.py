"""What a person typed becomes known names."""
