"""The command line: a thin layer over the library."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from pmlint.cli.codes import CLEAN, FAILED, FINDINGS, STOPPED
from pmlint.errors import PmlintError

__all__ = ["CLEAN", "FAILED", "FINDINGS", "STOPPED", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of a run of the command line.

    Args:
        argv: The arguments without the program's name; ``None`` takes those of the process.

    Returns:
        ``CLEAN`` (0), ``FINDINGS`` (1) for a problem of severity warning or error, or ``FAILED`` (2) where
        something could not be done, which outweighs the others; ``STOPPED`` (130) after Ctrl-C.
    """
    from pmlint.cli.output import complain, complain_of_crash, safe_streams
    from pmlint.cli.parser import parse_arguments

    safe_streams()
    thresholds = gc.get_threshold()
    # Parses are freed by their counts; looking for cycles after every few hundred objects costs a tenth.
    gc.set_threshold(50_000, *thresholds[1:])
    try:
        args = parse_arguments(sys.argv[1:] if argv is None else list(argv))
        code: int = args.run(args)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse after --help and --version
        return int(stop.code or CLEAN)
    except PmlintError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:
        # The reader has gone (`pmlint … | head`): on its way out the interpreter must not write to it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        complain("stopped")
        return STOPPED
    except Exception as error:
        # Python's own exit code for an unhandled exception is 1, which here means findings.
        complain_of_crash(None, error)
        return FAILED
    finally:
        gc.set_threshold(*thresholds)
    return code
