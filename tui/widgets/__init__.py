"""Pieces that screens are made of; each draws finished values and posts messages."""
