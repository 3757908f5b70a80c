package dev.taskstore.liquibase.sqlite.rebuild;

import dev.taskstore.liquibase.sqlite.text.Names;

/**
 * An index, a trigger or a view.
 *
 * @param type the type, as SQLite writes it
 * @param name the name
 * @param sql the statement that creates it
 */
record SchemaObject(String type, String name, String sql) {

  String drop() {
    return "DROP " + type + " main." + Names.quote(name);
  }

  @Override
  public String toString() {
    return type + " " + name;
  }
}
