"""Freezing a period's figures in a file, and telling later what changed and why."""
