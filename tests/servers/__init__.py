"""Servers on this machine that speak the vendors' protocols, with scripted faults."""
