package dev.taskstore.liquibase.sqlite.type;

import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A storage class of SQLite as the type of a column: the values of the changelog are those that are
 * stored.
 */
record StoredForm(String storage) implements ValueForm {

  @Override
  public List<Limit> limits() {
    return List.of();
  }

  @Override
  public String literal(Object value) {
    return switch (storage) {
      case "INTEGER" -> integer(value);
      case "REAL" -> new FloatForm(false).literal(value);
      case "BLOB" -> binary(value);
      default -> new TextForm(TextForm.UNLIMITED, false).literal(value);
    };
  }

  @Override
  public @Nullable String now(CurrentTime function) {
    return storage.equals("TEXT") ? new TextForm(TextForm.UNLIMITED, false).now(function) : null;
  }

  private static String integer(Object value) {
    if (value instanceof Boolean condition) {
      return condition ? "1" : "0";
    }
    String text = Literals.textOf(value).strip();
    if (value instanceof Date || !text.matches("[+-]?\\d+")) {
      throw new InvalidValueException(
          "the type of the column is not known and the value is not a whole number, as INTEGER"
              + " stores it; create the table with createTable and a standard type such as"
              + " decimal(10,2) or timestamp, or write the value in the form that is stored");
    }
    return new IntegerForm("bigint", Long.SIZE).literal(text);
  }

  private static String binary(Object value) {
    if (value instanceof byte[] || (value instanceof String text && text.startsWith("\\x"))) {
      return new BytesForm().literal(value);
    }
    throw new InvalidValueException(
        "the type of the column is not known and the value is not binary, as BLOB stores it;"
            + " create the table with createTable and a standard type such as uuid or bytea,"
            + " or write the value as \\x with hexadecimal digits");
  }
}
