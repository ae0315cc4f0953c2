"""Forms: what each asks, and the flow that all share: draft, problems beside fields, saving."""
