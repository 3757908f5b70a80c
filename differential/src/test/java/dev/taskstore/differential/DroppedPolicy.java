package dev.taskstore.differential;

import java.util.List;

/**
 * Policies of the database that permit too much. The condition of new links has no constant of its
 * own: links are inserted with {@code ON CONFLICT}, for which the condition of visible links
 * applies too.
 */
enum DroppedPolicy {
  USERS("ALTER POLICY taskstore_rows ON users USING (true)"),
  NEW_USERS("ALTER POLICY taskstore_rows ON users WITH CHECK (true)"),
  TASKS("ALTER POLICY taskstore_rows ON tasks USING (true)"),
  NEW_TASKS("ALTER POLICY taskstore_rows ON tasks WITH CHECK (true)"),
  LINKS("ALTER POLICY taskstore_rows ON task_tags USING (true)"),
  CHANGED_TAGS("ALTER POLICY taskstore_changed_rows ON tags WITH CHECK (true)"),
  DELETED_TAGS("CREATE POLICY deleted_rows ON tags FOR DELETE USING (true)");

  private final String statement;

  DroppedPolicy(String statement) {
    this.statement = statement;
  }

  List<String> statements() {
    return List.of(statement);
  }
}
