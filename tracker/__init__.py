"""What the counts mean: measures, goals, statistics, privacy, reports and the command line."""
