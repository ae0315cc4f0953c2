"""The pane Leveranser: which counts have come."""
