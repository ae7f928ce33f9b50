"""What the theme must measure, measured: in a real browser, on sites that were really built."""
