package dev.taskstore.db.internal.rows;

import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.internal.statement.WriteRules.WrittenRow;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Checks rows against the rules of a scope before they are written. */
final class ScopeChecks<M> {

  /** Finds the visible row that a write would change. */
  @FunctionalInterface
  interface Existing<M> {
    /** Returns the row of an element, or null if the write changes none. */
    @Nullable M find(int index) throws SQLException;
  }

  private final WriteRules rules;
  private final TableMapping<M, ?> mapping;

  ScopeChecks(WriteRules rules, TableMapping<M, ?> mapping) {
    this.rules = rules;
    this.mapping = mapping;
  }

  /** Checks new rows. */
  void inserts(Connection connection, List<M> entities) throws SQLException {
    raiseFirst(inserted(connection, entities));
  }

  private List<@Nullable RuntimeException> inserted(Connection connection, List<M> entities)
      throws SQLException {
    List<WrittenRow> rows =
        entities.stream()
            .map(entity -> RecordingRowWriter.valuesOf(row -> mapping.writeInsert(entity, row)))
            .map(values -> new WrittenRow(values, null))
            .toList();
    return rules.check(connection, mapping.insertColumns(), rows);
  }

  /** Checks new states of rows. Those of rows that the write will not find are permitted. */
  void updates(Connection connection, List<M> entities, Existing<M> existing) throws SQLException {
    if (rules.requiresRowBefore()) {
      List<WrittenRow> found = new ArrayList<>();
      for (int i = 0; i < entities.size(); i++) {
        M before = existing.find(i);
        if (before != null) {
          found.add(new WrittenRow(values(entities.get(i)), values(before)));
        }
      }
      raiseFirst(rules.check(connection, mapping.columns(), found));
      return;
    }
    List<WrittenRow> rows =
        entities.stream().map(entity -> new WrittenRow(values(entity), null)).toList();
    List<@Nullable RuntimeException> refusals = rules.check(connection, mapping.columns(), rows);
    for (int i = 0; i < refusals.size(); i++) {
      M before = refusals.get(i) == null ? null : existing.find(i);
      if (before != null) {
        update(connection, before, values(entities.get(i)));
      }
    }
  }

  /** Checks new values of some columns of a row. */
  void change(Connection connection, M before, Map<? extends TableField<?, ?>, ?> changes)
      throws SQLException {
    update(connection, before, merged(before, changes));
  }

  /** Checks new values of some columns of many rows, in the given order. */
  void changes(Connection connection, List<M> before, Map<? extends TableField<?, ?>, ?> changes)
      throws SQLException {
    List<WrittenRow> rows =
        before.stream()
            .map(entity -> new WrittenRow(merged(entity, changes), values(entity)))
            .toList();
    raiseFirst(rules.check(connection, mapping.columns(), rows));
  }

  private void update(Connection connection, M before, List<?> values) throws SQLException {
    raiseFirst(
        rules.check(
            connection, mapping.columns(), List.of(new WrittenRow(values, values(before)))));
  }

  /**
   * Checks rows that are inserted, unless a row with the same key exists.
   *
   * @param written the columns that are written to an existing row; empty if it is kept
   * @return whether all rows may be inserted
   */
  boolean upserts(
      Connection connection, List<M> entities, List<TableField<?, ?>> written, Existing<M> existing)
      throws SQLException {
    List<@Nullable RuntimeException> refusals = inserted(connection, entities);
    for (int i = 0; i < entities.size(); i++) {
      RuntimeException refusal = refusals.isEmpty() ? null : refusals.get(i);
      if (refusal == null && !rules.requiresRowBefore()) {
        continue;
      }
      M before = existing.find(i);
      if (before == null) {
        raiseFirst(Collections.singletonList(refusal));
      } else if (!written.isEmpty()) {
        update(connection, before, merged(before, written, values(entities.get(i))));
      }
    }
    return refusals.stream().allMatch(Objects::isNull);
  }

  private List<@Nullable Object> values(M entity) {
    return RecordingRowWriter.valuesOf(row -> mapping.write(entity, row));
  }

  private List<@Nullable Object> merged(
      M before, List<TableField<?, ?>> written, List<@Nullable Object> values) {
    List<@Nullable Object> merged = new ArrayList<>(values(before));
    for (TableField<?, ?> column : written) {
      int position = mapping.columns().indexOf(column);
      merged.set(position, values.get(position));
    }
    return merged;
  }

  private List<@Nullable Object> merged(M before, Map<? extends TableField<?, ?>, ?> changes) {
    List<@Nullable Object> merged = new ArrayList<>(values(before));
    changes.forEach((column, stored) -> merged.set(mapping.columns().indexOf(column), stored));
    return merged;
  }

  /** Throws the exception of the first refused row. */
  static void raiseFirst(List<@Nullable RuntimeException> refusals) throws SQLException {
    for (RuntimeException refusal : refusals) {
      if (refusal != null) {
        raise(refusal);
      }
    }
  }

  /** Throws an exception; a violation of a constraint has the effects of a failed statement. */
  static void raise(RuntimeException refusal) throws SQLException {
    if (refusal instanceof ConstraintViolationException) {
      throw Failure.of(new SQLException("A row is not visible in the scope"))
          .replacedBy(refusal)
          .asException();
    }
    throw refusal;
  }
}
