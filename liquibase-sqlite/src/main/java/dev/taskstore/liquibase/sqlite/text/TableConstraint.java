package dev.taskstore.liquibase.sqlite.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table. Immutable.
 *
 * @param kind the kind
 * @param name the name without quotes, or null
 * @param columns the constrained columns, without quotes; empty for a CHECK
 * @param referencedTable the referenced table of a foreign key, without quotes, or null
 * @param text the text as written, with blanks and comments around it
 * @param tokens the tokens of the text
 */
public record TableConstraint(
    Kind kind,
    @Nullable String name,
    List<String> columns,
    @Nullable String referencedTable,
    String text,
    List<Token> tokens) {

  /** The kind of a constraint. */
  public enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY
  }

  /** Creates a constraint. */
  public TableConstraint {
    columns = List.copyOf(columns);
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads a constraint.
   *
   * @param text the text
   * @return the constraint
   * @throws UnreadableDefinitionException if the text is not a constraint of a table
   */
  public static TableConstraint of(String text) {
    Cursor cursor = new Cursor(text);
    TableConstraint constraint = TableConstraintReader.constraint(cursor, 0);
    if (!cursor.atEnd()) {
      throw cursor.unexpected("the end");
    }
    return constraint;
  }

  /**
   * Returns whether the constraint depends on a column of its table.
   *
   * @param column the name without quotes
   * @return whether it constrains or mentions the column
   */
  public boolean uses(String column) {
    return kind == Kind.CHECK
        ? tokens.stream().anyMatch(token -> token.names(column))
        : columns.stream().anyMatch(name -> Names.same(name, column));
  }

  TableConstraint between(String lead, String tail) {
    return new TableConstraint(
        kind, name, columns, referencedTable, lead + text.strip() + tail, tokens);
  }

  /** Returns the condition of a CHECK as {@link Expressions#comparable}; empty for other kinds. */
  public String check() {
    return kind == Kind.CHECK ? Expressions.checked(tokens) : "";
  }
}
