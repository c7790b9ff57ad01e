"""What the scripts do, one module per script; the scripts themselves only read arguments."""
