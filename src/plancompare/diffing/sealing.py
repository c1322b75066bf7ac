"""An amendment as it is mailed: with a digest, so that one cut short or edited on the way is told."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from plancompare.diffing.amendment import Amendment
from plancompare.model.faults import Fault, refuse
from plancompare.model.frozen import Frozen
from plancompare.model.provision import embeds_provisions

__all__ = ["SealedAmendment"]


class SealedAmendment(Frozen):
    """An amendment and the digest of its content; refused where the two do not belong together.

    The digest guards against accidents, not against forgery: whoever changes the content can
    compute another one.
    """

    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    amendment: Amendment

    @classmethod
    def of(cls, amendment: Amendment) -> Self:
        """The amendment with its digest.

        >>> import plancompare
        >>> us, europe = plancompare.load("us-28"), plancompare.load("europe-28")
        >>> sealed = SealedAmendment.of(plancompare.Amendment.of(plancompare.diff(us, europe)))
        >>> plancompare.patch(us, sealed.amendment) == europe
        True
        """
        return cls(digest=_digest(amendment), amendment=amendment)

    @model_validator(mode="after")
    def _digest_fits(self) -> Self:
        if self.digest != _digest(self.amendment):
            refuse(
                [
                    Fault(
                        ("digest",),
                        "does not fit the amendment, which was cut short or edited",
                        "restore the amendment as it was made",
                    )
                ]
            )
        return self


def _digest(amendment: Amendment) -> str:
    return sha256(amendment.model_dump_json(exclude_none=True).encode()).hexdigest()


embeds_provisions(SealedAmendment)
