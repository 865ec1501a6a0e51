"""From arguments to a command: what is not the name of a command is something to check."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable
from difflib import get_close_matches
from typing import NoReturn

from pmlint._version import __version__
from pmlint.errors import ConfigError, nearest

DESCRIPTION = """\
Reads post-mortems as an experienced facilitator would: where a person is
blamed, where everybody is hidden, and which commitments nobody can be held to."""

EPILOG = """\
'pmlint PATH...' is short for 'pmlint check PATH...'; write './check' for a file
that is named like a command. 'pmlint COMMAND --help' says more."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, with the nearest name where there is one."""

    def __init__(self, **options: object) -> None:
        kept = {"formatter_class": argparse.RawDescriptionHelpFormatter, "allow_abbrev": False, **options}
        super().__init__(**kept)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Raises what is wrong as an error of pmlint's own.

        Raises:
            ConfigError: Always.
        """
        argument = re.match(r"argument ([^:]*): (.*)", message, re.S)
        if argument:
            raise ConfigError(argument[2], where=argument[1].split("/")[-1])
        raise ConfigError(message, mend=f"see '{self.prog} --help'")

    def known_options(self) -> tuple[str, ...]:
        """Every long option of this parser."""
        return tuple(name for name in self._option_string_actions if name.startswith("--"))


def one_of(*known: str) -> Callable[[str], str]:
    """An argument type that takes these words alone."""

    def read(text: str) -> str:
        if text not in known:
            raise argparse.ArgumentTypeError(
                f"'{text}' is none of {', '.join(known)}; {nearest(text, known)}"
            )
        return text

    return read


def parse_arguments(argv: list[str]) -> argparse.Namespace:
    """The arguments as a namespace whose ``run`` is the command to call with it.

    Raises:
        ConfigError: They cannot be understood.
        SystemExit: After ``--help`` and ``--version``.
    """
    from pmlint.cli import (
        actions,
        cache,
        check,
        config,
        corpus,
        evaluate,
        explain,
        report,
        rules,
        score,
        train,
    )

    parser = Parser(prog="pmlint", description=DESCRIPTION, epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"pmlint {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands", parser_class=Parser)
    by_name: dict[str, Parser] = {}
    modules = (check, explain, rules, actions, score, report, config, cache, evaluate, corpus, train)
    for module in modules:
        name = module.__name__.rpartition(".")[2]
        by_name[name] = commands.add_parser(
            name, help=module.HELP, description=module.__doc__, epilog=getattr(module, "EPILOG", None)
        )
        module.add_arguments(by_name[name])
        by_name[name].set_defaults(run=module.run)
    if not argv or argv[0] not in (*by_name, "-h", "--help", "--version"):
        _refuse_misspelt_command(argv[:1], tuple(by_name))
        argv = ["check", *argv]
    args, unknown = parser.parse_known_args(argv)
    if unknown:
        known = by_name[argv[0]].known_options() if argv[0] in by_name else ("--help", "--version")
        kind = "option" if unknown[0].startswith("-") else "argument"
        # Short names and dashes mislead the general search for the nearest name.
        close = get_close_matches(unknown[0].partition("=")[0], known, 1)
        mend = f"did you mean '{close[0]}'?" if close else f"see 'pmlint {argv[0]} --help'"
        raise ConfigError(f"unknown {kind} '{unknown[0]}'", mend=mend)
    return args


def _refuse_misspelt_command(first: list[str], commands: tuple[str, ...]) -> None:
    if first and first[0].isalpha() and not os.path.lexists(first[0]):
        mend = nearest(first[0], commands)
        if mend.startswith("did"):
            raise ConfigError(f"'{first[0]}' is neither a command nor a file", mend=mend)
