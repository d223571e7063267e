"""What the gate looks for, a subject a file."""
