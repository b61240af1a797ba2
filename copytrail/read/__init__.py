"""What one document says on its own; its modules turn a document into a reading."""
