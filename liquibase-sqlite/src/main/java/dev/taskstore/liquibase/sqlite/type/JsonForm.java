package dev.taskstore.liquibase.sqlite.type;

import java.util.List;

/** JSON as it is written, or in the canonical form of PostgreSQL's jsonb, as TEXT. */
record JsonForm(boolean canonical) implements ValueForm {

  @Override
  public String storage() {
    return "TEXT";
  }

  @Override
  public List<Limit> limits() {
    return List.of(new Limit("json", column -> "json_valid(" + column + ")"));
  }

  @Override
  public String literal(Object value) {
    String text = Literals.textOf(value);
    if (canonical) {
      return Literals.text(JsonText.canonical(text));
    }
    // PostgreSQL accepts the escape of NUL as json only.
    JsonText.canonical(text.replace("\\u0000", ""));
    return Literals.text(text);
  }

  @Override
  public boolean isConverted() {
    return canonical;
  }
}
