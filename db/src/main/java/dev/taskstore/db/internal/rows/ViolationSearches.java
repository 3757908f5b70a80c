package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.TableMapping;
import java.util.List;
import java.util.Map;
import org.jooq.Named;
import org.jspecify.annotations.Nullable;

/** Searches for the constraint that written entities violate. */
final class ViolationSearches {

  private ViolationSearches() {}

  /** Returns the search after a failed insert. */
  static <M> ViolationProbe.Search ofInsert(TableMapping<M, ?> mapping, List<M> entities) {
    return of(mapping, entities, WrittenRows.Kind.INSERT, List.of());
  }

  /** Returns the search after a failed update of all mutable columns. */
  static <M> ViolationProbe.Search ofUpdate(TableMapping<M, ?> mapping, List<M> entities) {
    return of(mapping, entities, WrittenRows.Kind.UPDATE, List.of());
  }

  /** Returns the search after a failed upsert by a unique key. */
  static <M> ViolationProbe.Search ofUpsert(
      TableMapping<M, ?> mapping, List<M> entities, List<? extends Named> key) {
    return of(mapping, entities, WrittenRows.Kind.UPSERT, key);
  }

  private static <M> ViolationProbe.Search of(
      TableMapping<M, ?> mapping,
      List<M> entities,
      WrittenRows.Kind kind,
      List<? extends Named> arbiter) {
    return probe ->
        probe.violatedBy(
            new WrittenRows(
                mapping.table(),
                kind,
                WrittenRows.names(arbiter),
                () -> entities.stream().map(entity -> row(mapping, entity, kind)).toList()));
  }

  private static <M> Map<String, @Nullable Object> row(
      TableMapping<M, ?> mapping, M entity, WrittenRows.Kind kind) {
    return kind == WrittenRows.Kind.UPDATE
        ? WrittenRows.row(
            mapping.columns(), RecordingRowWriter.valuesOf(row -> mapping.write(entity, row)))
        : WrittenRows.row(
            mapping.insertColumns(),
            RecordingRowWriter.valuesOf(row -> mapping.writeInsert(entity, row)));
  }
}
