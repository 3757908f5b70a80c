package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.FailureKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads rows with {@code COPY ... FROM STDIN}: in the binary format if the columns have the types
 * of the values, and otherwise in the text format, whose values the server converts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
enum PostgresBulkLoader implements BulkLoader {
  INSTANCE;

  private static final int BUFFER_SIZE = 64 * 1024;

  @Override
  public String operationName() {
    return "COPY";
  }

  /** COPY is refused for a role to which policies of row-level security apply. */
  @Override
  public boolean accepts(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT NOT row_security_active(?::text)")) {
      statement.setString(1, table);
      try (ResultSet resultSet = statement.executeQuery()) {
        return resultSet.next() && resultSet.getBoolean(1);
      }
    }
  }

  @Override
  public long load(Connection connection, String table, List<String> columns, Iterator<Row> rows)
      throws SQLException {
    if (!rows.hasNext()) {
      return 0;
    }
    PostgresCopyRowWriter writer = begin(connection, table, columns, rows.next());
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
  static PostgresCopyRowWriter begin(
      Connection connection, String table, List<String> columns, Row first) throws SQLException {
    List<PostgresColumnType> types = PostgresColumnType.ofTable(connection, table, columns);
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

  private static void write(Row row, PostgresCopyRowWriter writer) throws SQLException {
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
