"""Checking rows and fields: one set of rules for forms, files and the command line.

`kinds.KINDS` says what columns there are, `checking.check_row` whether a row is right.
"""
