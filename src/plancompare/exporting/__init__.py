"""Whole libraries as files that other programs take over."""
