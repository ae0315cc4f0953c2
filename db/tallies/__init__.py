"""How many, of how many, how many unknown: counted by SQL in the database, grouped there.

Each function answers one question for a `Scope` and returns small cells that can be added up.
"""
