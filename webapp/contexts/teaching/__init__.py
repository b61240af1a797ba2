"""One frozen value per page of the classroom."""
