"""What staff see of the work with members: stories to read, applications, people, photos, who is silent."""
