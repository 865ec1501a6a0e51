"""The pages that are made from the package: rules, settings, commands."""

from __future__ import annotations

from pathlib import Path

from command_pages import commands_markdown
from rule_pages import rule_pages, rule_tables
from settings_pages import settings_markdown

FOLDERS = ("rules", "_generated")


def pages() -> dict[str, str]:
    """Markdown by path relative to ``docs/``."""
    from pmlint.config import defaults_text
    from pmlint.rules.registry import cards

    found = {f"rules/{name}.md": text for name, text in rule_pages(cards()).items()}
    found["_generated/rules.md"] = rule_tables(cards())
    found["_generated/settings.md"] = settings_markdown(defaults_text())
    found["_generated/commands.md"] = commands_markdown()
    return found


def write_pages(docs: Path) -> None:
    """Brings the generated folders of ``docs`` up to date; unchanged pages keep their time stamps."""
    wanted = {docs / name: text for name, text in pages().items()}
    for folder in FOLDERS:
        (docs / folder).mkdir(exist_ok=True)
        for stale in set((docs / folder).glob("*.md")) - set(wanted):
            stale.unlink()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
