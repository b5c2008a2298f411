"""The project package: wires the apps together and is imported by none of them."""
