"""What fills the terminal: the main screen, its panes and what opens over them."""
