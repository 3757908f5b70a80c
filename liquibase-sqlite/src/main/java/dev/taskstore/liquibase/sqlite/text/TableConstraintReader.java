package dev.taskstore.liquibase.sqlite.text;

import dev.taskstore.liquibase.sqlite.text.TableConstraint.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints of tables.
 *
 * @see <a href="https://www.sqlite.org/syntax/table-constraint.html">SQLite: table-constraint</a>
 */
final class TableConstraintReader {

  private TableConstraintReader() {}

  /** Returns whether a constraint of a table is next. */
  static boolean isNext(Cursor cursor) {
    return cursor.nextIs("CONSTRAINT")
        || cursor.nextIs("PRIMARY", "KEY")
        || cursor.nextIs("UNIQUE")
        || cursor.nextIs("CHECK")
        || cursor.nextIs("FOREIGN", "KEY");
  }

  /** Reads a constraint whose text begins at an index. */
  static TableConstraint constraint(Cursor cursor, int from) {
    int first = cursor.position();
    String name = ColumnReader.constraintName(cursor);
    List<String> columns = new ArrayList<>();
    String referenced = null;
    Kind kind;
    if (cursor.accept("PRIMARY", "KEY")) {
      kind = Kind.PRIMARY_KEY;
      columns(cursor, columns);
      ColumnReader.conflict(cursor);
    } else if (cursor.accept("UNIQUE")) {
      kind = Kind.UNIQUE;
      columns(cursor, columns);
      ColumnReader.conflict(cursor);
    } else if (cursor.accept("CHECK")) {
      kind = Kind.CHECK;
      cursor.parenthesized();
      ColumnReader.conflict(cursor);
    } else {
      cursor.expect("FOREIGN", "KEY");
      kind = Kind.FOREIGN_KEY;
      columns(cursor, columns);
      referenced = ColumnReader.references(cursor);
    }
    return constraint(cursor, from, first, kind, name, columns, referenced);
  }

  private static TableConstraint constraint(
      Cursor cursor,
      int from,
      int first,
      Kind kind,
      @Nullable String name,
      List<String> columns,
      @Nullable String referenced) {
    boolean last = cursor.atEnd() || cursor.nextIsSymbol(',') || cursor.nextIsSymbol(')');
    int to = last ? cursor.nextStart() : cursor.end();
    return new TableConstraint(
        kind, name, columns, referenced, cursor.text(from, to), cursor.since(first));
  }

  private static void columns(Cursor cursor, List<String> columns) {
    cursor.expectSymbol('(');
    do {
      columns.add(Names.plain(cursor.name()));
      if (cursor.accept("COLLATE")) {
        cursor.name();
      }
      ColumnReader.order(cursor);
      cursor.accept("AUTOINCREMENT");
    } while (cursor.acceptSymbol(','));
    cursor.expectSymbol(')');
  }
}
