package dev.taskstore.codegen.schema;

import java.util.Locale;
import java.util.Set;

/** The tables that Liquibase keeps its own records in. */
final class LiquibaseTables {

  private static final Set<String> NAMES = Set.of("databasechangelog", "databasechangeloglock");

  private LiquibaseTables() {}

  static boolean contains(String table) {
    return NAMES.contains(table.toLowerCase(Locale.ROOT));
  }
}
