package dev.taskstore.codegen.problem;

import java.util.Objects;
import java.util.Optional;

/**
 * What to write instead.
 *
 * @param sentence a clause that begins with a verb, without a period
 * @param attributes the attributes of a {@code column} in Liquibase's changes that replace the
 *     present ones, if there are any
 * @param sql the text that replaces the type of the column in plain SQL, if there is any
 */
public record Advice(String sentence, Optional<String> attributes, Optional<String> sql) {

  /** Rejects null. */
  public Advice {
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(attributes, "attributes");
    Objects.requireNonNull(sql, "sql");
  }

  /**
   * Returns advice in words.
   *
   * @param sentence a clause that begins with a verb, without a period
   * @return the advice
   */
  public static Advice of(String sentence) {
    return new Advice(sentence, Optional.empty(), Optional.empty());
  }

  /**
   * Returns advice to write another column.
   *
   * @param attributes the attributes in Liquibase's changes, such as {@code type="bigint"}
   * @param sql the type in plain SQL, such as <code>${type.bigint}</code>
   * @return the advice
   */
  public static Advice column(String attributes, String sql) {
    return new Advice(
        "write " + attributes + " in a change, or " + sql + " in SQL, instead",
        Optional.of(attributes),
        Optional.of(sql));
  }

  /**
   * Returns advice to write another type.
   *
   * @param type the standard type for Liquibase's changes
   * @param sql the type in plain SQL
   * @return the advice
   */
  public static Advice type(String type, String sql) {
    return column("type=\"" + type + "\"", sql);
  }
}
