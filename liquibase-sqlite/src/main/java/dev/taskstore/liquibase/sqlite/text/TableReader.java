package dev.taskstore.liquibase.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/** Reads CREATE TABLE statements. */
final class TableReader {

  private TableReader() {}

  static TableDefinition read(String sql) {
    Cursor cursor = new Cursor(sql);
    cursor.expect("CREATE");
    if (!cursor.accept("TEMP")) {
      cursor.accept("TEMPORARY");
    }
    cursor.expect("TABLE");
    cursor.accept("IF", "NOT", "EXISTS");
    int nameStart = cursor.nextStart();
    String name = cursor.name();
    if (cursor.acceptSymbol('.')) {
      nameStart = cursor.nextStart();
      name = cursor.name();
    }
    int nameEnd = cursor.end();
    cursor.expectSymbol('(');
    int openEnd = cursor.end();
    List<ColumnDefinition> columns = new ArrayList<>();
    List<TableConstraint> constraints = new ArrayList<>();
    int from = openEnd;
    do {
      if (columns.isEmpty() || !TableConstraintReader.isNext(cursor)) {
        columns.add(ColumnReader.column(cursor, from));
      } else {
        constraints.add(TableConstraintReader.constraint(cursor, from));
        // SQLite accepts constraints without a comma between them.
        while (TableConstraintReader.isNext(cursor)) {
          constraints.add(TableConstraintReader.constraint(cursor, cursor.end()));
        }
      }
      from = cursor.nextStart() + 1;
    } while (cursor.acceptSymbol(','));
    cursor.expectSymbol(')');
    return new TableDefinition(
        cursor.text(0, nameStart),
        name,
        cursor.text(nameEnd, openEnd),
        columns,
        constraints,
        cursor.text(cursor.end(), cursor.length()));
  }
}
