CREATE INDEX ix_notes_count ON notes (count, id);
