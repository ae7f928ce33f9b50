"""What a site gives to other programs: text made of entries and publications."""
