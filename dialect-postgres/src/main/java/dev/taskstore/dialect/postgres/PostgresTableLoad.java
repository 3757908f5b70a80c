package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.FailureKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads rows into a table: in the binary format if the columns have the types of the values, and
 * otherwise in the text format, whose values the server converts.
 *
 * @param table the name of the table, quoted for SQL
 * @param columns the names of the columns, quoted for SQL
 * @param types the types of the columns, or null if the binary format of one is not supported
 */
record PostgresTableLoad(
    String table, List<String> columns, @Nullable List<PostgresColumnType> types)
    implements BulkLoader.TableLoad {

  private static final int BUFFER_SIZE = 64 * 1024;

  static PostgresTableLoad of(Connection connection, String table, List<String> columns)
      throws SQLException {
    return new PostgresTableLoad(
        table, columns, PostgresColumnType.ofTable(connection, table, columns));
  }

  @Override
  public long load(Connection connection, Iterator<BulkLoader.Row> rows) throws SQLException {
    if (!rows.hasNext()) {
      return 0;
    }
    PostgresCopyRowWriter writer = begin(rows.next());
    String names = String.join(", ", columns);
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " (" + names + ") FROM STDIN" + writer.options());
    try {
      while (rows.hasNext()) {
        write(rows.next(), writer);
        if (writer.length() >= BUFFER_SIZE) {
          writer.sendTo(copy);
        }
      }
      writer.end();
      writer.sendTo(copy);
      return copy.endCopy();
    } catch (SQLException e) {
      cancel(connection, copy, PostgresFailures.classify(e).kind() == FailureKind.CONNECTION);
      throw e;
    } catch (RuntimeException e) {
      cancel(connection, copy, false);
      throw e;
    }
  }

  /** Returns a writer with the first row, in the binary format if the types of the table allow. */
  PostgresCopyRowWriter begin(BulkLoader.Row first) throws SQLException {
    if (types != null) {
      PostgresBinaryRowWriter binary = new PostgresBinaryRowWriter(types);
      write(first, binary);
      if (binary.matches()) {
        return binary;
      }
    }
    PostgresCopyRowWriter text = new PostgresTextRowWriter();
    write(first, text);
    return text;
  }

  private static void write(BulkLoader.Row row, PostgresCopyRowWriter writer) throws SQLException {
    writer.beginRow();
    row.write(writer);
    writer.endRow();
  }

  /**
   * Cancels a failed COPY. The driver does not close a connection that fails during a COPY. This
   * method closes it, because a late response would be read as that of the next statement.
   */
  private static void cancel(Connection connection, CopyIn copy, boolean broken)
      throws SQLException {
    if (broken) {
      connection.abort(Runnable::run);
    } else if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        connection.abort(Runnable::run);
      }
    }
  }
}
