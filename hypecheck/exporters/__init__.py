"""Files out: what hypecheck knows and finds, in formats that other programs read."""
