"""The pane Deltagare: pages of episodes, and what is done with the marked one."""
