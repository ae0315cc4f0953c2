"""The panes Insatser and Ekonomi: interventions, money, activities and assessments."""
