"""The user's own words for blame and fog, and for people, roles and systems."""

from __future__ import annotations

from pmlint import check
from pmlint.config import load
from pmlint.config.settings import Settings


def _settings(**lexicons: list[str]) -> Settings:
    return load(overrides={"lexicons": lexicons}, discover=False)


def test_own_words_for_blame_report_as_pm101() -> None:
    """A phrase of ``lexicons.blame`` is found under the code of fault, quotations left out."""
    text = 'The caterer left us in the lurch. A guest said "you left us in the lurch" later.'
    found = [
        f
        for f in check(text, settings=_settings(blame=["leave~ us in the lurch"])).findings
        if f.rule == "PM101"
    ]

    assert [f.text for f in found] == ["left us in the lurch"]


def test_own_words_for_fog_report_as_pm201() -> None:
    """A phrase of ``lexicons.diffuse`` is found under the code of fog, and can be ignored like any other."""
    text = "The move took longer because of alignment headwinds."
    settings = _settings(diffuse=["alignment headwinds"])

    assert "PM201" in {f.rule for f in check(text, settings=settings).findings}
    ignoring = load(
        overrides={"lexicons": {"diffuse": ["alignment headwinds"]}, "ignore": ["PM201"]}, discover=False
    )
    assert check(text, settings=ignoring).findings == ()


def test_own_roles_and_systems_decide_who_is_blamed() -> None:
    """A word of ``lexicons.roles`` is somebody; a word of ``lexicons.systems`` never is."""
    role = "The flowmaster forgot to open the gate."
    system = "Hestia forgot the session after ten minutes."

    assert [f.target for f in check(role, settings=_settings(roles=["flowmaster"])).findings] == ["role"]
    assert check(system, settings=_settings(systems=["Hestia"])).findings == ()
