"""Small questions over a screen: one answer each."""
