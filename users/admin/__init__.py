"""What staff meet: the door with a second factor, and the screen on which they switch it on."""
