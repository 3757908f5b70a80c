package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.problem.Advice;
import java.util.Optional;

/** What to write instead of columns for numbers that cannot be used. */
final class ColumnAdvice {

  static final Advice PLAIN_BIGINT = Advice.type("bigint", "${type.bigint}");

  static final Advice IDENTITY =
      new Advice(
          "write type=\"bigint\" autoIncrement=\"true\" in a change, or ${type.identity} with"
              + " ${identity.options} after PRIMARY KEY in SQL, instead",
          Optional.of("type=\"bigint\" autoIncrement=\"true\""),
          Optional.of("${type.identity}"));

  static final Advice VERSION =
      new Advice(
          "write type=\"bigint\" with <constraints nullable=\"false\"/> in a change, or"
              + " ${type.bigint} NOT NULL in SQL, instead",
          Optional.of("type=\"bigint\""),
          Optional.of("${type.bigint} NOT NULL"));

  private ColumnAdvice() {}
}
