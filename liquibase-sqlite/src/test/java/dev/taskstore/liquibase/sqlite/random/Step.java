package dev.taskstore.liquibase.sqlite.random;

import java.util.Map;

/** A step of a random program. */
sealed interface Step {

  /** A change of Liquibase, written as XML. */
  record Change(String xml) implements Step {
    @Override
    public String toString() {
      return xml;
    }
  }

  /** A row, with the values as texts. */
  record Row(String table, Map<String, String> values) implements Step {
    @Override
    public String toString() {
      return "row of " + table + " " + values;
    }
  }
}
