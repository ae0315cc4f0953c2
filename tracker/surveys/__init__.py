"""Surveys (*enkäter*): their rounds, what was answered, and paper forms that are typed in."""
