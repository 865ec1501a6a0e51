"""A page for each rule, made from its card; examples show the flagged words marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from pmlint.rules.cards import HEADINGS, Card, Example

FAMILIES = {
    "blame": "Blame: PM1",
    "diffuse": "Diffuse responsibility: PM2",
    "action": "Action items: PM3",
    "structure": "Structure: PM4",
    "candor": "Candor: PM5",
}


def rule_pages(cards: Sequence[Card]) -> dict[str, str]:
    """Markdown by name of the rule."""
    return {card.name: rule_page(card) for card in cards}


def rule_page(card: Card) -> str:
    """The page of one rule."""
    parts = [
        f"({card.code})=",
        f"# {card.code} · {card.name}",
        card.summary,
        _facts(card),
        *(f"## {heading}\n\n{card.section(heading)}" for heading in HEADINGS if heading != "Examples"),
        "## Examples",
        *_examples(card),
        "## Sources",
        "\n".join(f"- {source}" for source in card.sources),
        "## How to switch it off",
        _switches(card),
    ]
    return "\n\n".join(parts) + "\n"


def rule_tables(cards: Sequence[Card]) -> str:
    """The table of each family, and the site's tree of rule pages."""
    parts = []
    for category, family in groupby(cards, key=lambda card: card.category):
        rows = [
            f"## {FAMILIES[category]}",
            "",
            "| Code | Rule | Severity | What it flags |",
            "| - | - | - | - |",
        ]
        for card in family:
            link = f"[{card.name}](rules/{card.name}.md)"
            rows.append(f"| {card.code} | {link} | {_level(card)} | {_cell(card.summary)} |")
        parts += [f"## {FAMILIES[category]}", "\n".join(rows)]
    tree = "\n".join(f"rules/{card.name}" for card in cards)
    parts.append(f"```{{toctree}}\n:hidden:\n\n{tree}\n```")
    return "\n\n".join(parts) + "\n"


def example_html(example: Example) -> str:
    """An example as HTML; everything the card's author typed is escaped."""
    shown, last = "", 0
    for start, end in example.spans:
        shown += escape(example.text[last:start]) + "<mark>" + escape(example.text[start:end]) + "</mark>"
        last = end
    shown += escape(example.text[last:])
    note = example.options.get("note")
    below = f"<figcaption>{escape(note)}</figcaption>" if note else ""
    return f'<figure class="pmlint-example {example.verdict}"><pre>{shown}</pre>{below}</figure>'


def _examples(card: Card) -> list[str]:
    parts = []
    for verdict, heading in (("flag", "Flagged"), ("pass", "Not flagged")):
        shown = [example_html(example) for example in card.examples if example.verdict == verdict]
        # The fence is longer than any run of backticks that an example may hold.
        fence = "`" * 12
        parts.append(f"### {heading}\n\n{fence}{{raw}} html\n" + "\n".join(shown) + f"\n{fence}")
    return parts


def _facts(card: Card) -> str:
    rows = [
        ("Severity", _level(card)),
        ("Confidence", f"{card.confidence:.0%}, where the rule does not say otherwise"),
        ("Since", card.since),
        ("Message", _cell(card.message)),
    ]
    if card.suggestion:
        rows.append(("Question", _cell(card.suggestion)))
    if card.aliases:
        rows.append(("Former names", ", ".join(card.aliases)))
    return "| | |\n| - | - |\n" + "\n".join(f"| **{name}** | {value} |" for name, value in rows)


def _switches(card: Card) -> str:
    return (
        f"In one place of a document: `<!-- pmlint: disable={card.code} because … -->` "
        "([Suppressing a finding](../suppressing.md)). Everywhere:\n\n"
        f'```toml\n[tool.pmlint]\nignore = ["{card.name}"]\n```'
    )


def _level(card: Card) -> str:
    return "good sign" if card.praise else card.severity


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("{", "\\{").replace("\n", " ")
