package dev.taskstore.bench.jdbc;

import dev.taskstore.bench.Draft;
import dev.taskstore.bench.TaskRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes rows in the text format of PostgreSQL's COPY. */
final class CopyLines {

  private static final int BUFFER = 1 << 16;
  private static final String NULL = "\\N";

  private CopyLines() {}

  static long load(Connection connection, Stream<Draft> drafts) throws SQLException {
    PGConnection driver = connection.unwrap(PGConnection.class);
    try (PGCopyOutputStream out = new PGCopyOutputStream(driver, Sql.COPY, BUFFER)) {
      StringBuilder line = new StringBuilder();
      long count = 0;
      for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); count++) {
        line.setLength(0);
        append(line, TaskRow.of(iterator.next()));
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(StringBuilder line, TaskRow task) {
    line.append(task.id()).append('\t').append(task.userId()).append('\t');
    escape(line, task.title());
    line.append('\t');
    if (task.description() == null) {
      line.append(NULL);
    } else {
      escape(line, task.description());
    }
    line.append('\t').append(task.priority().literal());
    line.append('\t').append(task.status().literal());
    line.append('\t').append(task.createdAt()).append('\t').append(task.updatedAt());
    line.append('\t').append(task.version());
    line.append('\t').append(task.dueAt() == null ? NULL : task.dueAt());
    line.append('\t').append(task.completedAt() == null ? NULL : task.completedAt());
    line.append('\n');
  }

  private static void escape(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }
}
