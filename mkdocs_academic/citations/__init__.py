"""Citation numbers: what is known, from where, of which day."""
