"""The pane Mål, and what opens from a goal: detail, comparisons, episodes behind a figure."""
