"""Plans in a store: brought in whole, or changed goal by goal."""

from tracker.planning.applying import Applied, apply_plan, create_store
from tracker.planning.changing import change_plan

__all__ = ["Applied", "apply_plan", "change_plan", "create_store"]
