package dev.taskstore.bench.jdbc;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.Draft;
import dev.taskstore.bench.TaskRow;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads and writes the columns of {@code tasks}. */
record TaskColumns(ValueStorage forms) {

  private static final int BATCH = 1_000;

  TaskRow read(ResultSet row) throws SQLException {
    return new TaskRow(
        forms.getUuid(row, 1),
        forms.getUuid(row, 2),
        row.getString(3),
        row.getString(4),
        TaskPriority.of(row.getString(5)),
        TaskStatus.of(row.getString(6)),
        forms.getInstant(row, 7),
        forms.getInstant(row, 8),
        row.getLong(9),
        forms.getInstant(row, 10),
        forms.getInstant(row, 11));
  }

  void bind(PreparedStatement statement, TaskRow task) throws SQLException {
    forms.setUuid(statement, 1, task.id());
    forms.setUuid(statement, 2, task.userId());
    statement.setString(3, task.title());
    statement.setString(4, task.description());
    statement.setString(5, task.priority().literal());
    statement.setString(6, task.status().literal());
    forms.setInstant(statement, 7, task.createdAt());
    forms.setInstant(statement, 8, task.updatedAt());
    statement.setLong(9, task.version());
    bind(statement, 10, task.dueAt());
    bind(statement, 11, task.completedAt());
  }

  void bindTitle(PreparedStatement statement, TaskRow task, long oldVersion) throws SQLException {
    statement.setString(1, task.title());
    forms.setInstant(statement, 2, task.updatedAt());
    statement.setLong(3, task.version());
    forms.setUuid(statement, 4, task.id());
    statement.setLong(5, oldVersion);
  }

  /** Inserts in batches and returns the number of rows. */
  long insertEach(PreparedStatement statement, Stream<Draft> drafts) throws SQLException {
    long count = 0;
    for (Iterator<Draft> iterator = drafts.iterator(); iterator.hasNext(); ) {
      bind(statement, TaskRow.of(iterator.next()));
      statement.addBatch();
      count++;
      if (count % BATCH == 0) {
        statement.executeBatch();
      }
    }
    statement.executeBatch();
    return count;
  }

  private void bind(PreparedStatement statement, int parameter, Instant instant)
      throws SQLException {
    if (instant == null) {
      statement.setNull(parameter, forms.instantType());
    } else {
      forms.setInstant(statement, parameter, instant);
    }
  }
}
