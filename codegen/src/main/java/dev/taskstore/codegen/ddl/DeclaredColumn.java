package dev.taskstore.codegen.ddl;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.sql.ColumnDefinition;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column as its statements declare it.
 *
 * @param declaredBy the changeset that adds the column
 * @param name the name
 * @param type the type as written, such as {@code timestamp(6) with time zone}; empty when none is
 * @param notNull whether the column is NOT NULL, by itself or as part of a primary key
 * @param defaultExpression the DEFAULT as written
 * @param collation the name after COLLATE
 * @param generated the expression of a generated column, or {@code IDENTITY}
 * @param comment the comment
 */
public record DeclaredColumn(
    ChangeSetKey declaredBy,
    String name,
    String type,
    boolean notNull,
    Optional<String> defaultExpression,
    Optional<String> collation,
    Optional<String> generated,
    Optional<String> comment) {

  private static final Pattern NEW_TYPE =
      Pattern.compile(
          "(?:SET DATA )?TYPE (?<type>.*?)(?: COLLATE \"?(?<collation>[\\w.-]+)\"?)?(?: USING .*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SET_DEFAULT =
      Pattern.compile("SET DEFAULT (?<expression>.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Rejects null. */
  public DeclaredColumn {
    Objects.requireNonNull(declaredBy, "declaredBy");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(defaultExpression, "defaultExpression");
    Objects.requireNonNull(collation, "collation");
    Objects.requireNonNull(generated, "generated");
    Objects.requireNonNull(comment, "comment");
  }

  static DeclaredColumn of(ChangeSetKey declaredBy, ColumnDefinition definition) {
    return new DeclaredColumn(
        declaredBy,
        definition.name(),
        definition.type(),
        definition.notNull(),
        definition.defaultExpression(),
        definition.collation(),
        definition.generated(),
        Optional.empty());
  }

  boolean isNamed(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  /**
   * Applies ALTER COLUMN.
   *
   * @param change the text after the name of the column
   */
  DeclaredColumn altered(String change) {
    Matcher newType = NEW_TYPE.matcher(change);
    if (newType.matches()) {
      return withType(newType.group("type"), Optional.ofNullable(newType.group("collation")));
    }
    Matcher newDefault = SET_DEFAULT.matcher(change);
    if (newDefault.matches()) {
      return withDefault(Optional.of(newDefault.group("expression")));
    }
    return switch (change.toUpperCase(Locale.ROOT)) {
      case "SET NOT NULL" -> withNotNull(true);
      case "DROP NOT NULL", "SET NULL" -> withNotNull(false);
      case "DROP DEFAULT" -> withDefault(Optional.empty());
      default -> this;
    };
  }

  DeclaredColumn withName(String newName) {
    return new DeclaredColumn(
        declaredBy, newName, type, notNull, defaultExpression, collation, generated, comment);
  }

  DeclaredColumn withNotNull(boolean newNotNull) {
    return new DeclaredColumn(
        declaredBy, name, type, newNotNull, defaultExpression, collation, generated, comment);
  }

  DeclaredColumn withComment(Optional<String> newComment) {
    return new DeclaredColumn(
        declaredBy, name, type, notNull, defaultExpression, collation, generated, newComment);
  }

  private DeclaredColumn withType(String newType, Optional<String> newCollation) {
    return new DeclaredColumn(
        declaredBy, name, newType, notNull, defaultExpression, newCollation, generated, comment);
  }

  private DeclaredColumn withDefault(Optional<String> newDefault) {
    return new DeclaredColumn(
        declaredBy, name, type, notNull, newDefault, collation, generated, comment);
  }
}
