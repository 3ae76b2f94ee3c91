"""Who was forgotten, and what must still be cleaned of them."""

from sqlalchemy import func, select
from sqlmodel import col

from netlog.storage.tables import Forgetting, Mark, Scrub

SCRUBS = select(Scrub).order_by(col(Scrub.id))
FORGETTINGS = select(Forgetting).order_by(col(Forgetting.id))
MARKS = select(Mark).order_by(col(Mark.id))
COUNT_FORGETTINGS = select(func.count().label("forgettings")).select_from(Forgetting)
