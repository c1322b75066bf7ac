"""Hypothesis profiles: `dev` by default, `nightly` for long runs (--hypothesis-profile nightly)."""

from hypothesis import settings

settings.register_profile("dev", max_examples=60, deadline=None, print_blob=True)
settings.register_profile("nightly", parent=settings.get_profile("dev"), max_examples=2000)
settings.register_profile(
    "mutation", parent=settings.get_profile("dev"), max_examples=5, derandomize=True, database=None
)
settings.load_profile("dev")
