"""The pane Ändringslogg: who changed what, and taking it back."""
