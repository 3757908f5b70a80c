package dev.taskstore.backup;

import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import dev.taskstore.transfer.rows.ValueType;
import java.io.IOException;
import java.util.Optional;

/** Converts the shapes of tables to and from their form in a manifest. */
final class TableShapes {

  private TableShapes() {}

  static ArchivedTable archived(TableShape shape, String file, long rows, String sha256) {
    return new ArchivedTable(
        shape.name(),
        file,
        shape.columns().stream().map(TableShapes::archived).toList(),
        shape.key(),
        shape.references(),
        Optional.ofNullable(shape.identity()),
        rows,
        sha256);
  }

  /** The precision of a decimal of at most 18 digits has no effect on its form. */
  private static ArchivedColumn archived(TableColumn column) {
    return new ArchivedColumn(
        column.name(),
        column.type().id(),
        column.type() == ValueType.LARGE_DECIMAL ? column.precision() : 0,
        column.scale(),
        column.isNullable());
  }

  /**
   * Returns the shape of a table in a manifest.
   *
   * @throws IOException when it has an unknown type, or a key that is no column
   */
  static TableShape of(ArchivedTable table) throws IOException {
    try {
      TableShape shape =
          new TableShape(
              table.name(),
              table.columns().stream().map(TableShapes::column).toList(),
              table.key(),
              table.references(),
              table.identity().orElse(null));
      shape.keyColumns();
      return shape;
    } catch (IllegalArgumentException e) {
      throw new IOException("its manifest describes the table " + table.name() + " wrongly", e);
    }
  }

  private static TableColumn column(ArchivedColumn column) {
    return new TableColumn(
        column.name(),
        ValueType.ofId(column.type()),
        column.precision(),
        column.scale(),
        column.isNullable());
  }
}
