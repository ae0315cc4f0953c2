"""The pane Inställningar: what holds, and the plan changed on screen."""
