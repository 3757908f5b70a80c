package dev.taskstore.dialect.sqlite;

import java.sql.SQLException;

/** The file of an open database was removed or replaced. */
final class FileMovedException extends SQLException {

  private static final long serialVersionUID = 1L;

  FileMovedException() {
    super(
        "the database file was removed or replaced while it was open. Restore it, or close"
            + " the database and open it again");
  }
}
