"""The terminal screens: they draw finished values and hand drafts back."""
