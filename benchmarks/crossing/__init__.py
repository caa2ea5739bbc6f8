"""Crossings of a gap with sluice and with other tools, measured."""
