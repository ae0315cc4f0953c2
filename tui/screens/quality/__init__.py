"""The pane Datakvalitet: what looks wrong, and accepting it with a reason."""
