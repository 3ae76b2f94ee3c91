"""The score terms of each slot that has a score."""

from netlog.plan.terms.keep import KEEP_TERMS
from netlog.plan.terms.new import NEW_TERMS
from netlog.plan.terms.reconnect import RECONNECT_TERMS

BY_SLOT = {"new": NEW_TERMS, "keep": KEEP_TERMS, "reconnect": RECONNECT_TERMS}
"""What the config, and the pages of the documents, list: terms with usual weights."""
