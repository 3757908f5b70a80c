package dev.taskstore.db.internal.audit;

import dev.taskstore.db.mapping.RowContext;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** A row of the table of the entries, whose JSON texts have not been read. */
record EntryRow(
    long id,
    String table,
    String key,
    String operation,
    @Nullable String actor,
    Instant changedAt,
    @Nullable String oldValues,
    @Nullable String newValues,
    @Nullable String hiddenColumns) {

  /** Reads rows; only triggers write them. */
  static final TableMapping<EntryRow, EntryRow> MAPPING = new Mapping();

  private static final class Mapping implements TableMapping<EntryRow, EntryRow> {

    private static final EntryTable TABLE = EntryTable.ENTRIES;

    @Override
    public Table<?> table() {
      return TABLE;
    }

    @Override
    public List<TableField<?, ?>> columns() {
      return List.of(
          TABLE.id,
          TABLE.tableName,
          TABLE.rowKey,
          TABLE.operation,
          TABLE.actor,
          TABLE.changedAt,
          TABLE.oldValues,
          TABLE.newValues,
          TABLE.hiddenColumns);
    }

    @Override
    public EntryRow read(RowReader row) throws SQLException {
      return new EntryRow(
          required(row.bigint(1)),
          required(row.text(2)),
          required(row.text(3)),
          required(row.text(4)),
          row.text(5),
          required(row.instant(6)),
          row.text(7),
          row.text(8),
          row.text(9));
    }

    private static <T> T required(@Nullable T value) throws SQLDataException {
      if (value == null) {
        throw new SQLDataException("A required column of an entry is null");
      }
      return value;
    }

    /** For the positions of pages. */
    @Override
    public void write(EntryRow entity, RowWriter row) throws SQLException {
      row.bigint(entity.id())
          .text(entity.table())
          .text(entity.key())
          .text(entity.operation())
          .text(entity.actor())
          .instant(entity.changedAt())
          .text(entity.oldValues())
          .text(entity.newValues())
          .text(entity.hiddenColumns());
    }

    @Override
    public EntryRow complete(EntryRow draft, RowContext context) {
      throw readOnly();
    }

    @Override
    public void validate(EntryRow entity) {
      throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
      return new UnsupportedOperationException("Triggers write the entries.");
    }
  }
}
