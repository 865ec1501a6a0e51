"""Tests of pmlint; folders mirror the package."""
