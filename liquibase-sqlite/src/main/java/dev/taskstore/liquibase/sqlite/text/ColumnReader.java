package dev.taskstore.liquibase.sqlite.text;

import dev.taskstore.liquibase.sqlite.text.ColumnConstraint.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads column definitions.
 *
 * @see <a href="https://www.sqlite.org/syntax/column-constraint.html">SQLite: column-constraint</a>
 */
final class ColumnReader {

  private static final String[] STARTS = {
    "CONSTRAINT",
    "PRIMARY",
    "NOT",
    "NULL",
    "UNIQUE",
    "CHECK",
    "DEFAULT",
    "COLLATE",
    "REFERENCES",
    "GENERATED",
    "AS"
  };

  private ColumnReader() {}

  /** Reads a column whose text begins at an index. */
  static ColumnDefinition column(Cursor cursor, int from) {
    String lead = cursor.text(from, cursor.nextStart());
    String name = cursor.name();
    int typeStart = cursor.end();
    while (!ends(cursor) && !cursor.nextIsAny(STARTS)) {
      cursor.skip();
    }
    int partStart = cursor.commentEnd();
    String type = cursor.text(typeStart, partStart);
    List<ColumnConstraint> constraints = new ArrayList<>();
    while (!ends(cursor)) {
      constraints.add(constraint(cursor, partStart));
      partStart = cursor.end();
    }
    String tail = cursor.text(partStart, cursor.nextStart());
    return new ColumnDefinition(lead, name, type, constraints, tail);
  }

  private static boolean ends(Cursor cursor) {
    return cursor.atEnd() || cursor.nextIsSymbol(',') || cursor.nextIsSymbol(')');
  }

  /** Reads a constraint whose text begins at an index. */
  static ColumnConstraint constraint(Cursor cursor, int from) {
    int first = cursor.position();
    String name = constraintName(cursor);
    Kind kind = kind(cursor);
    return new ColumnConstraint(kind, name, cursor.textSince(from), cursor.since(first));
  }

  /** Reads {@code CONSTRAINT name} if it is next. SQLite uses the last of several names. */
  static @Nullable String constraintName(Cursor cursor) {
    String name = null;
    while (cursor.accept("CONSTRAINT")) {
      name = Names.plain(cursor.name());
    }
    return name;
  }

  private static Kind kind(Cursor cursor) {
    if (cursor.accept("PRIMARY", "KEY")) {
      order(cursor);
      conflict(cursor);
      cursor.accept("AUTOINCREMENT");
      return Kind.PRIMARY_KEY;
    }
    if (cursor.accept("NOT", "NULL")) {
      conflict(cursor);
      return Kind.NOT_NULL;
    }
    if (cursor.accept("NULL")) {
      conflict(cursor);
      return Kind.NULL;
    }
    if (cursor.accept("UNIQUE")) {
      conflict(cursor);
      return Kind.UNIQUE;
    }
    if (cursor.accept("CHECK")) {
      cursor.parenthesized();
      conflict(cursor);
      return Kind.CHECK;
    }
    if (cursor.accept("COLLATE")) {
      cursor.name();
      return Kind.COLLATE;
    }
    if (cursor.accept("DEFAULT")) {
      defaultValue(cursor);
      return Kind.DEFAULT;
    }
    if (cursor.nextIs("REFERENCES")) {
      references(cursor);
      return Kind.REFERENCES;
    }
    return generated(cursor);
  }

  private static void defaultValue(Cursor cursor) {
    if (!cursor.acceptSymbol('+')) {
      cursor.acceptSymbol('-');
    }
    cursor.skip();
  }

  private static Kind generated(Cursor cursor) {
    cursor.accept("GENERATED", "ALWAYS");
    cursor.expect("AS");
    cursor.parenthesized();
    if (!cursor.accept("STORED")) {
      cursor.accept("VIRTUAL");
    }
    return Kind.GENERATED;
  }

  static void order(Cursor cursor) {
    if (!cursor.accept("ASC")) {
      cursor.accept("DESC");
    }
  }

  static void conflict(Cursor cursor) {
    if (cursor.accept("ON", "CONFLICT")) {
      cursor.name();
    }
  }

  /** Reads {@code REFERENCES ...} with its actions, and returns the table. */
  static String references(Cursor cursor) {
    cursor.expect("REFERENCES");
    String table = Names.plain(cursor.name());
    if (cursor.nextIsSymbol('(')) {
      cursor.parenthesized();
    }
    boolean more = true;
    while (more) {
      if (cursor.accept("ON")) {
        cursor.name();
        if (!cursor.accept("SET", "NULL")
            && !cursor.accept("SET", "DEFAULT")
            && !cursor.accept("NO", "ACTION")) {
          cursor.name();
        }
      } else if (cursor.accept("MATCH")) {
        cursor.name();
      } else if (cursor.accept("DEFERRABLE") || cursor.accept("NOT", "DEFERRABLE")) {
        if (cursor.accept("INITIALLY")) {
          cursor.name();
        }
      } else {
        more = false;
      }
    }
    return table;
  }
}
