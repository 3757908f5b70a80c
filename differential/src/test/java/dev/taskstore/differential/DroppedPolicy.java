package dev.taskstore.differential;

import java.util.List;

/**
 * Policies of the database that permit too much or too little. The condition of new links has no
 * constant of its own: links are inserted with {@code ON CONFLICT}, for which the condition of
 * visible links applies too.
 */
enum DroppedPolicy {
  USERS("ALTER POLICY taskstore_rows ON users USING (true)"),
  NEW_USERS("ALTER POLICY taskstore_rows ON users WITH CHECK (true)"),
  TASKS("ALTER POLICY taskstore_rows ON tasks USING (true)"),
  NEW_TASKS("ALTER POLICY taskstore_rows ON tasks WITH CHECK (true)"),
  SHARED_TASKS("ALTER POLICY taskstore_shared_rows ON tasks USING (true)"),
  TASKS_OF_ASSIGNEES(
      "ALTER POLICY taskstore_shared_rows ON tasks"
          + " USING (id = ANY (CAST((SELECT taskstore_shared_by_task_shares()) AS uuid[])))"),
  TASKS_OF_COLLABORATORS(
      "ALTER POLICY taskstore_shared_rows ON tasks USING (assignee_id ="
          + " CAST(nullif(nullif(current_setting('taskstore.principal', true), ''), '*') AS uuid))"),
  CHANGES_OF_SHARED_TASKS("DROP POLICY taskstore_changed_rows ON tasks"),
  KEPT_COLUMNS("ALTER POLICY taskstore_kept_columns ON tasks WITH CHECK (true)"),
  SHARES("ALTER POLICY taskstore_rows ON task_shares USING (true)"),
  NEW_SHARES("ALTER POLICY taskstore_rows ON task_shares WITH CHECK (true)"),
  SHARED_SHARES("ALTER POLICY taskstore_shared_rows ON task_shares USING (true)"),
  DELETES_OF_ALL_PRINCIPALS("DROP POLICY taskstore_deleted_rows ON tags"),
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
