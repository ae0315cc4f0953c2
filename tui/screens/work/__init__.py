"""The pane Att göra: what is due, and one key to the form of each."""
