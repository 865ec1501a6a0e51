from __future__ import annotations

import pytest

from pmlint.commitments.headings import standing_of_title


@pytest.mark.parametrize(
    ("title", "standing"),
    [
        ("Action items", "strong"),
        ("5. Next Steps", "strong"),
        ("Corrective and preventative measures", "strong"),
        ("How we will prevent this from happening again", "strong"),
        ("✅ Follow-ups", "strong"),
        ("Start", "strong"),
        ("Lessons learned", "weak"),
        ("Lessons and next steps", "strong"),
        ("Timeline", "blocked"),
        ("Actions taken", "blocked"),
        ("What went well", "blocked"),
        ("Tasks completed", "blocked"),
        ("Catering", "neutral"),
    ],
)
def test_the_longest_known_phrase_of_a_heading_decides(title: str, standing: str) -> None:
    assert standing_of_title(title) == standing
