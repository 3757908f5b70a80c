package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.changelog.ChangeSetOrigin;
import dev.taskstore.codegen.changelog.ChangelogDatabase;
import java.util.Optional;

/** Names tables and columns in messages, with the file and the changeset that they come from. */
final class Places {

  private final GeneratorConfiguration configuration;
  private final ChangelogDatabase database;

  Places(GeneratorConfiguration configuration, ChangelogDatabase database) {
    this.configuration = configuration;
    this.database = database;
  }

  /** Such as {@code Table notes of changelog db/notes.xml (changeset 1)}. */
  String table(String table) {
    return "Table " + table + origin(database.origin(table));
  }

  /** Such as {@code Column notes.text of changelog db/notes.xml (changeset 1)}. */
  String column(String table, String column) {
    return "Column " + table + "." + column + origin(database.origin(table, column));
  }

  private String origin(Optional<ChangeSetOrigin> origin) {
    return " of changelog "
        + origin.map(ChangeSetOrigin::describe).orElse(configuration.changelog());
  }
}
