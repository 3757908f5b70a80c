package dev.taskstore.liquibase.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A column of a CREATE TABLE statement. Immutable.
 *
 * @param lead the blanks and comments before the name
 * @param written the name as written
 * @param type the type with the blanks and comments before it, and a block comment directly after
 *     it; empty without a type
 * @param constraints the constraints and clauses
 * @param tail the blanks and comments at the end
 */
public record ColumnDefinition(
    String lead, String written, String type, List<ColumnConstraint> constraints, String tail) {

  private static final String AUTO_INCREMENT = " /* auto-increment */";

  /** Creates a column. */
  public ColumnDefinition {
    constraints = List.copyOf(constraints);
  }

  /**
   * Reads a definition.
   *
   * @param text the text of a column definition
   * @return the column
   * @throws UnreadableDefinitionException if the text is not a column definition
   */
  public static ColumnDefinition of(String text) {
    Cursor cursor = new Cursor(text);
    ColumnDefinition column = ColumnReader.column(cursor, 0);
    if (!cursor.atEnd()) {
      throw cursor.unexpected("the end");
    }
    return column;
  }

  /** Returns the name without quotes. */
  public String name() {
    return Names.plain(written);
  }

  /**
   * Returns whether this is the name of the column.
   *
   * @param name a name without quotes
   * @return whether SQLite takes both names as the same
   */
  public boolean isNamed(String name) {
    return Names.same(name(), name);
  }

  /** Returns the type as written without blanks and comments around it. */
  public String typeText() {
    StringBuilder text = new StringBuilder();
    for (Token token : Tokenizer.tokens(type)) {
      boolean glued = token.kind() == Token.Kind.SYMBOL || text.toString().endsWith("(");
      text.append(text.isEmpty() || glued ? "" : " ").append(token.text());
    }
    return text.toString();
  }

  /**
   * Returns the type of the changelog, which the comment after the type contains.
   *
   * @return the text of the comment, or the type as written if there is none
   */
  public String recordedType() {
    return Tokenizer.comment(type).orElseGet(this::typeText);
  }

  /**
   * Returns whether the column was AUTOINCREMENT before its primary key was dropped.
   *
   * @return true after {@link #wasAutoIncrement(boolean)} with true
   */
  public boolean wasAutoIncrement() {
    return tail.contains(AUTO_INCREMENT);
  }

  /**
   * Returns a copy that records whether the column was AUTOINCREMENT, in a comment at its end.
   * SQLite has no AUTOINCREMENT without a primary key.
   *
   * @param was whether it was
   * @return the copy
   */
  public ColumnDefinition wasAutoIncrement(boolean was) {
    String plain = tail.replace(AUTO_INCREMENT, "");
    return new ColumnDefinition(
        lead, written, type, constraints, was ? AUTO_INCREMENT + plain : plain);
  }

  /**
   * Returns the first constraint of a kind.
   *
   * @param kind the kind
   * @return the constraint, or empty
   */
  public Optional<ColumnConstraint> find(ColumnConstraint.Kind kind) {
    return constraints.stream().filter(constraint -> constraint.kind() == kind).findFirst();
  }

  /**
   * Returns whether the column has a constraint of a kind.
   *
   * @param kind the kind
   * @return whether it has one
   */
  public boolean has(ColumnConstraint.Kind kind) {
    return find(kind).isPresent();
  }

  /** Returns the definition as written. */
  public String text() {
    StringBuilder text = new StringBuilder(lead).append(written).append(type);
    constraints.forEach(constraint -> text.append(constraint.text()));
    return text.append(tail).toString();
  }

  /**
   * Returns a copy without some constraints.
   *
   * @param test accepts the constraints to remove
   * @return the copy
   */
  public ColumnDefinition without(Predicate<ColumnConstraint> test) {
    return withConstraints(constraints.stream().filter(test.negate()).toList());
  }

  /**
   * Returns a copy with one more constraint at the end.
   *
   * @param text the text of the constraint
   * @return the copy
   */
  public ColumnDefinition with(String text) {
    List<ColumnConstraint> more = new ArrayList<>(constraints);
    more.add(ColumnConstraint.of(" " + text));
    return withConstraints(more);
  }

  /**
   * Returns a copy with another type.
   *
   * @param newType the type
   * @return the copy
   */
  public ColumnDefinition withType(String newType) {
    return new ColumnDefinition(lead, written, " " + newType, constraints, tail);
  }

  /**
   * Returns a copy with other blanks around the definition.
   *
   * @param newLead the text before the name
   * @param newTail the text at the end
   * @return the copy
   */
  ColumnDefinition between(String newLead, String newTail) {
    return new ColumnDefinition(newLead, written, type, constraints, newTail);
  }

  private ColumnDefinition withConstraints(List<ColumnConstraint> other) {
    return new ColumnDefinition(lead, written, type, other, tail);
  }
}
