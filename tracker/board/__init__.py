"""What the board and the steering groups follow beside the goals: interventions and money.

Finished values for the screens, and what the forms of these rows start from.
"""
