package dev.taskstore.dialect.postgres;

import dev.taskstore.spi.BulkLoader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Loads with {@code COPY ... FROM STDIN} in its text format.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
enum PostgresBulkLoader implements BulkLoader {
  INSTANCE;

  private static final int BUFFER_SIZE = 64 * 1024;

  @Override
  public long load(Connection connection, String table, List<String> columns, Iterator<Row> rows)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN");
    try {
      PostgresCopyRowWriter writer = new PostgresCopyRowWriter();
      while (rows.hasNext()) {
        rows.next().write(writer);
        writer.endRow();
        if (writer.length() >= BUFFER_SIZE) {
          send(copy, writer);
        }
      }
      send(copy, writer);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(CopyIn copy, PostgresCopyRowWriter writer) throws SQLException {
    byte[] bytes = writer.drain().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
  }
}
