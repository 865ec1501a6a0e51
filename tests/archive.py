"""A small archive of dated post-mortems, one of them hostile; written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

HOSTILE_TITLE = "<script>window.pwned = 'title'</script> & <b>bold</b>"
HOSTILE_LABEL = "</script><img src=x onerror=\"window.pwned = 'label'\">"
HOSTILE_WORDS = "<img src=x onerror=\"window.pwned = 'text'\">"

HOSTILE = f"""\
---
title: {json.dumps(HOSTILE_TITLE)}
date: 2025-03-04
team: {json.dumps(HOSTILE_LABEL)}
---
# Flood </script><script>window.pwned = 'body'</script>

The operator forgot {HOSTILE_WORDS} to close the valve.
</textarea></pre></div></article><!-- <iframe srcdoc="x">
{{{{ 7 * 7 }}}} {{% raw %}} <svg onload="window.pwned = 'svg'"> \u202eevil\u202c \x07

## Action items

- Someone should improve <a href="javascript:window.pwned = 'link'">the valve</a>.
"""

TEMPLATE = """\
---
team: {team}
severity: {severity}
author: Priya Raman
date: {date}
---
# {title}

## Timeline

- 09:10 The queue of orders began to grow.
- 09:25 Priya asked the rota for help, believing that the page had gone out.
- 09:40 The page was found in the staging account.

## Cause

{cause}

## Action items

{actions}
"""

CAUSES = (
    "The operator forgot to check the queue. The reviewer should have caught this.",
    "There were communication gaps between the teams.",
    "The alert was sent to staging, because both accounts share one key.",
)
ACTIONS = (
    "- Improve communication\n- Be more careful",
    "- Add an alert on queue depth\n- Look into the key",
    "- Priya Raman adds an alert on queue depth by {due}\n- Ben Okafor splits the key by {due}",
)
TITLES = ("Orders stood still", "A page that went nowhere", "Late invoices", "Slow search", "Lost uploads")
TEAMS = ("Payments", "Search", "Priya Raman")


def write_archive(folder: Path, documents: int = 16) -> Path:
    """Writes dated documents, half a year of them for each step, one without a date and a hostile one."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(documents):
        year, month = 2022 + n // 6, 1 + 2 * (n % 6)
        step = min(2, n * 3 // documents)
        text = TEMPLATE.format(
            team=TEAMS[0 if n % 5 == 4 else n % 2] if n != 3 else TEAMS[2],
            severity="SEV1" if n == 0 else "SEV2",
            date=f"{year}-{month:02}-14",
            title=f"{TITLES[n % len(TITLES)]} ({n + 1})",
            cause=CAUSES[(step + n) % 3] if n % 4 == 0 else CAUSES[step],
            actions=ACTIONS[step].format(due=f"{year}-{month + 1:02}-01"),
        )
        (folder / f"review-{n:02}.md").write_text(text, encoding="utf-8")
    undated = "# The meeting room\n\nThe beamer was off, because its plug serves the kettle, too.\n"
    (folder / "undated.md").write_text(undated, encoding="utf-8")
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    return folder
