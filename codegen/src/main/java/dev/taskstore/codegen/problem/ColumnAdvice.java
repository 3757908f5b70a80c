package dev.taskstore.codegen.problem;

import java.util.Optional;

/** What to write instead of columns for numbers that cannot be used. */
public final class ColumnAdvice {

  /** A number that the application sets. */
  public static final Advice PLAIN_BIGINT = Advice.type("bigint", "${type.bigint}");

  /** A primary key that the database numbers. */
  public static final Advice IDENTITY =
      new Advice(
          "write type=\"bigint\" autoIncrement=\"true\" in a change, or ${type.identity} with"
              + " ${identity.options} after PRIMARY KEY in SQL, instead",
          Optional.of("type=\"bigint\" autoIncrement=\"true\""),
          Optional.of("${type.identity}"));

  /** A column for optimistic locking. */
  public static final Advice VERSION =
      new Advice(
          "write type=\"bigint\" with <constraints nullable=\"false\"/> in a change, or"
              + " ${type.bigint} NOT NULL in SQL, instead",
          Optional.of("type=\"bigint\""),
          Optional.of("${type.bigint} NOT NULL"));

  private ColumnAdvice() {}
}
