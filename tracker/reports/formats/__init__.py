"""How a report is written, one module a format; what it says is made elsewhere."""
