"""The pane Enkäter, and the grid for answers on paper."""
