package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.RowWriter;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Writes rows in a format of COPY into a buffer. Not thread-safe. */
abstract class PostgresCopyRowWriter implements RowWriter {

  private static final int INITIAL_CAPACITY = 128 * 1024;

  byte[] buffer = new byte[INITIAL_CAPACITY];
  int length;

  /** Returns the options of COPY that name the format. */
  abstract String options();

  /** Begins a row. */
  abstract void beginRow();

  /** Ends a row, after all of its values. */
  abstract void endRow();

  /** Ends the last row. */
  void end() {}

  /** Returns the number of bytes that were not sent. */
  final int length() {
    return length;
  }

  /** Sends the rows, and begins again with an empty buffer. */
  final void sendTo(CopyIn copy) throws SQLException {
    copy.writeToCopy(buffer, 0, length);
    length = 0;
  }

  /** Makes room for a number of bytes. */
  final void ensure(int bytes) {
    if (buffer.length - length < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + bytes));
    }
  }

  final void append(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }
}
