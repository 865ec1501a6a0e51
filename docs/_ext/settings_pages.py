"""The settings' reference, made from the comments and values of ``defaults.toml``."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([*_\[\]<>{}])")


def settings_markdown(defaults: str) -> str:
    """A section for each setting of ``defaults``: its comment as text, its default as TOML."""
    parts: list[str] = []
    table = ""
    for paragraph in re.split(r"\n\s*\n", defaults.strip()):
        lines = paragraph.splitlines()
        comment = [line.removeprefix("#").strip() for line in lines if line.startswith("#")]
        for line in (line for line in lines if not line.startswith("#")):
            if header := re.fullmatch(r"\[([\w.]+)\]", line.strip()):
                table = header[1]
                parts.append(f"## `[{table}]`")
            else:
                name = line.partition("=")[0].strip()
                parts.append(f"### `{table}.{name}`" if table else f"## `{name}`")
        if parts:
            # Before the first setting the comments speak of the file, which the page itself does.
            parts += _text(comment)
        parts += [f"```toml\n{line}\n```" for line in lines if not line.startswith(("#", "["))]
    return "\n\n".join(parts) + "\n"


def _text(comment: list[str]) -> list[str]:
    paragraphs = "\n".join(comment).split("\n\n")
    return [_escaped(paragraph) for paragraph in paragraphs if paragraph.strip()]


def _escaped(text: str) -> str:
    """Markdown that shows the text as typed, but for what stands in backticks."""
    pieces = text.split("`")
    pieces[::2] = [_SPECIAL.sub(r"\\\1", piece) for piece in pieces[::2]]
    return "`".join(pieces)
