"""The pane Rapport: choosing, previewing and writing what is published."""
