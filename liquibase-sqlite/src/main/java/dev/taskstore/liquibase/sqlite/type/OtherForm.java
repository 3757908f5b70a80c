package dev.taskstore.liquibase.sqlite.type;

import java.util.List;
import liquibase.exception.UnexpectedLiquibaseException;

/** The form of a type that SQLite has no equal of: the column exists, and has no values. */
record OtherForm(String type) implements ValueForm {

  @Override
  public String storage() {
    return "ANY";
  }

  @Override
  public List<Limit> limits() {
    return List.of();
  }

  @Override
  public String literal(Object value) {
    throw new UnexpectedLiquibaseException(
        "The type "
            + type
            + " has no equal on SQLite; write a standard type such as varchar(n), text, integer,"
            + " bigint, decimal(p,s) with 1 to 1000 digits, double precision, boolean, uuid, date,"
            + " time, timestamp, timestamp with time zone, bytea, json or jsonb, or limit the"
            + " change with dbms");
  }
}
