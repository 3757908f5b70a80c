package dev.taskstore.liquibase.sqlite.type;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** UUIDs, as BLOB of 16 bytes. */
record UuidForm() implements ValueForm {

  private static final Pattern GROUPS = Pattern.compile("\\p{XDigit}{4}(-?\\p{XDigit}{4}){7}");

  @Override
  public String storage() {
    return "BLOB";
  }

  @Override
  public List<Limit> limits() {
    return List.of(new Limit("size", column -> "length(" + column + ") = 16"));
  }

  /** PostgreSQL accepts braces, and any or no hyphens between groups of four digits. */
  @Override
  public String literal(Object value) {
    String text = Literals.textOf(value).strip();
    if (text.startsWith("{") && text.endsWith("}")) {
      text = text.substring(1, text.length() - 1);
    }
    if (!GROUPS.matcher(text).matches()) {
      throw new InvalidValueException(
          "the value is not a UUID; write 32 hexadecimal digits with hyphens");
    }
    String digits = text.replace("-", "");
    return Literals.blob(HexFormat.of().parseHex(digits));
  }

  @Override
  public boolean isConverted() {
    return true;
  }
}
