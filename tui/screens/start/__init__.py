"""The first start: a demo, or a new store step by step."""
