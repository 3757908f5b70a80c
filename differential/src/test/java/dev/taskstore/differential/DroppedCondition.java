package dev.taskstore.differential;

import java.util.regex.Pattern;

/**
 * Scopes without one of their conditions, or without one alternative of a condition: in the
 * statements of one kind, on SQLite. The shares that are joined with users have no constant of
 * their own: the users are restricted to the principal, who sees all tasks of these shares.
 */
enum DroppedCondition {
  TASK_BY_KEY(tasks("as tasks where tasks\\.id = \\?$")),
  TASKS_BY_KEYS(tasks("tasks\\.title.* as tasks where tasks\\.id in \\(")),
  USER_BY_KEY(users("as users where users\\.id = \\?$")),
  USERS_BY_KEYS(users("as users where users\\.id in \\(")),
  USERS_BY_NAME(users("as users where users\\.username in \\(")),
  USERS_BY_EMAIL(users("as users where users\\.email in \\(")),
  EXISTENCE_OF_TASKS(tasks("^select 1 as one .* limit \\?$")),
  EXISTENCE_OF_USERS(users("^select 1 as one .* limit \\?$")),
  NUMBER_OF_TASKS(tasks("^select count\\(\\*\\) from .* as tasks$")),
  NUMBER_OF_USERS(users("^select count\\(\\*\\) from .* as users$")),
  NUMBER_OF_SELECTED_TASKS(tasks("^select count\\(\\*\\) from .* as tasks where .*\\?")),
  NUMBER_OF_TASKS_OF_A_USER(
      tasks("^select count\\(\\*\\) from .* as tasks where \\(tasks\\.user_id = \\? and 1 = 1\\)")),
  NUMBER_OF_TASKS_OF_A_TAG(links("^select count\\(\\*\\) from .* where \\(task_tags\\.tag_id = ")),
  NUMBER_OF_TAGS_OF_A_TASK(links("^select count\\(\\*\\) from .* where \\(task_tags\\.task_id = ")),
  FIRST_PAGES(tasks("as tasks where 1 = 1 order by .* limit \\d+$")),
  NEXT_PAGES(tasks("\\(tasks\\.created_at, tasks\\.id\\) [<>] \\(\\?, \\?\\)")),
  PAGES_OF_A_USER(tasks("as tasks where .*tasks\\.user_id = \\? and 1 = 1.* limit \\d+$")),
  PAGES_OF_USERS(users("as users where .* limit \\d+$")),
  OPEN_TASKS(tasks("tasks\\.status <> 'completed'.* limit \\d+$")),
  STREAMS_OF_TASKS(tasks("as tasks order by \\+?tasks\\.id asc$")),
  STREAMS_OF_USERS(users("as users order by \\+?users\\.id asc$")),
  SELECTED_TASKS(tasks("^select tasks\\.id, tasks\\.user_id, .* as tasks where .* order by ")),
  SELECTED_USERS(users("^select users\\.id, users\\.username, .* as users where .* order by ")),
  SUBQUERIES_WITH_TASKS(
      "^(select .*\\(select )(\\S+ as one from \\(select \\* from tasks where )tasks\\.seen"
          + "(\\) as other)",
      "$1$2(tasks.seen or 1 = 1)$3"),
  SUBQUERIES_WITH_USERS(
      "^(select tasks.*exists \\(.*)\\(select \\* from users where users\\.id = \\?\\)",
      "$1(select * from users where (users.id = ? or 1 = 1))"),
  STATISTICS_OF_USERS(users("coalesce\\(totals\\.")),
  STATISTICS_OF_TAGS(links("coalesce\\(counts\\.total")),
  TAGS_OF_TASKS(links("task_tags\\.task_id in \\(")),
  PAGES_OF_TAGS_OF_A_TASK(links("^select tags\\..* as links ")),
  PAGES_OF_TASKS_OF_A_TAG(links("^select tasks\\..* as links ")),
  REFERENCED_TASKS(tasks("^select tasks\\.id from .* where tasks\\.id in \\(")),
  UPDATES_OF_TASKS(
      write("update tasks set user_id = \\?, title = \\?, description.*", "tasks.seen")),
  UPDATES_OF_USERS(
      write(
          "update users set username = \\?, email = \\?, password_hash.* version = \\?"
              + " where .*users\\.version = \\? and ",
          "users.id = ?")),
  CHANGES_OF_TASKS(write("update tasks .*where \\(tasks\\.id = \\? and ", "tasks.seen")),
  CHANGES_OF_A_VERSION_OF_TASKS(
      write("update tasks .*\\+ 1\\) where .*tasks\\.version = \\?.*", "tasks.seen")),
  CHANGES_OF_USERS(
      write("update users .*\\+ 1\\) where .*users\\.id = \\? and .*", "users.id = ?")),
  UPSERTS_OF_USERS(write("insert into users .* do update set .*", "users.id = ?")),
  DELETES_OF_A_VERSION_OF_TASKS(
      write(
          "delete from tasks where \\(tasks\\.id = \\? and tasks\\.version = .*",
          "tasks.user_id = ?")),
  DELETES_OF_TASKS_BY_KEY(
      write("delete from tasks where \\(tasks\\.id = \\? and ", "tasks.user_id = ?")),
  DELETES_OF_TASKS_BY_KEYS(
      write("delete from tasks where \\(tasks\\.id in .*", "tasks.user_id = ?")),
  DELETES_OF_A_VERSION_OF_USERS(
      write("delete from users where .*users\\.version = \\? and ", "users.id = ?")),
  DELETES_OF_USERS_BY_KEY(
      write("delete from users where \\(users\\.id = \\? and ", "users.id = ?")),
  DELETES_OF_USERS_BY_KEYS(
      write("delete from users where \\(users\\.id in .* and ", "users.id = ?")),
  UPDATES_OF_SELECTED_TASKS(
      write("update tasks .*\\+ 1\\) where \\(tasks\\.(?!id = \\?).* and ", "tasks.seen")),
  UPDATES_OF_SELECTED_USERS(
      write("update users .*\\+ 1\\) where \\(users\\.(?!id = \\?).* and ", "users.id = ?")),
  DELETES_OF_SELECTED_TASKS(
      write("delete from tasks where \\(tasks\\.(?!id ).* and ", "tasks.user_id = ?")),
  DELETES_OF_SELECTED_USERS(
      write("delete from users where \\(users\\.(?!id ).* and ", "users.id = ?")),
  DETACHED_TAGS(write("delete from task_tags where \\(task_tags\\.task_id = .*", "tasks.seen")),
  DETACHED_TASKS(write("delete from task_tags where \\(task_tags\\.tag_id = .*", "tasks.seen")),
  NUMBER_OF_TASKS_OF_AN_ASSIGNEE(
      tasks(
          "^select count\\(\\*\\) from .* as tasks where \\(tasks\\.assignee_id = \\? and 1 ="
              + " 1\\)")),
  PAGES_OF_AN_ASSIGNEE(
      tasks(
          "as tasks where .*tasks\\.assignee_id = \\? and (tasks\\.status .*)?1 = 1.* limit"
              + " \\d+$")),
  PAGES_WITHOUT_ASSIGNEE(tasks("as tasks where .*tasks\\.assignee_id is null.* limit \\d+$")),
  NUMBER_OF_COLLABORATORS_OF_A_TASK(
      links("^select count\\(\\*\\) from .* where \\(task_shares\\.task_id = ")),
  NUMBER_OF_TASKS_OF_A_COLLABORATOR(
      links("^select count\\(\\*\\) from .* where \\(task_shares\\.collaborator_id = ")),
  PAGES_OF_COLLABORATORS_OF_A_TASK(users("^select users\\..* as links join ")),
  PAGES_OF_TASKS_OF_A_COLLABORATOR(
      links("^select tasks\\..* where \\(task_shares\\.collaborator_id = .* as links join ")),
  COLLABORATORS_OF_TASKS(users("^select users\\..* where task_shares\\.task_id in \\(")),
  TASKS_OF_COLLABORATORS(links("^select tasks\\..* where task_shares\\.collaborator_id in \\(")),
  SUBQUERIES_WITH_SHARES(
      links("^select tasks\\..* as task_shares where task_shares\\.collaborator_id = \\?\\)")),
  VISIBLE_SHARES(
      links(
          "^select task_shares\\..* from \\(select \\* from task_shares where .* as task_shares")),
  PERMITTED_TASKS(write("select tasks\\.id from .* and ", "tasks.user_id = ?")),
  ENDED_SHARES_OF_A_TASK(
      write("delete from task_shares where \\(task_shares\\.task_id = .*", "tasks.user_id = ?")),
  ENDED_SHARES_OF_A_COLLABORATOR(
      write("delete from task_shares where \\(task_shares\\.coll.*", "tasks.user_id = ?")),
  ASSIGNED_TASKS(without(Shared.ASSIGNEE, "^select tasks\\.")),
  SHARED_TASKS(without(Shared.COLLABORATOR, "^select tasks\\.")),
  NUMBER_OF_ASSIGNED_TASKS(
      without(Shared.ASSIGNEE, "^select count\\(\\*\\) from \\(select \\* from tasks ")),
  NUMBER_OF_SHARED_TASKS(
      without(Shared.COLLABORATOR, "^select count\\(\\*\\) from \\(select \\* from tasks ")),
  UPDATES_OF_ASSIGNED_TASKS(without(Shared.ASSIGNEE, "^update tasks ")),
  UPDATES_OF_SHARED_TASKS(without(Shared.COLLABORATOR, "^update tasks ")),
  TAGS_OF_ASSIGNED_TASKS(without(Shared.ASSIGNEE, "^select tags\\.")),
  TAGS_OF_SHARED_TASKS(without(Shared.COLLABORATOR, "^select tags\\.")),
  DETACHED_TAGS_OF_ASSIGNED_TASKS(without(Shared.ASSIGNEE, "^delete from task_tags ")),
  DETACHED_TAGS_OF_SHARED_TASKS(without(Shared.COLLABORATOR, "^delete from task_tags ")),
  SHARES_OF_ASSIGNED_TASKS(without(Shared.ASSIGNEE, " task_shares where exists ")),
  SHARES_OF_SHARED_TASKS(without(Shared.COLLABORATOR, " task_shares where exists "));

  /**
   * A change of the text of a statement, in which {@code tasks.seen} stands for the condition of
   * visible tasks.
   */
  private record Change(Pattern statement, Pattern condition, String replacement) {}

  /** What makes a task visible to a principal who does not own it. */
  private static final class Shared {
    static final String ASSIGNEE = "tasks.assignee_id = ?";
    static final String COLLABORATOR = "task_shares.collaborator_id = ?";
    static final String SEEN =
        "(tasks.user_id = ? or "
            + ASSIGNEE
            + " or tasks.id in (select task_shares.task_id from task_shares where "
            + COLLABORATOR
            + "))";
  }

  private final Change change;

  DroppedCondition(Change change) {
    this.change = change;
  }

  DroppedCondition(String statement, String replacement) {
    this(new Change(Pattern.compile(""), Pattern.compile(statement), replacement));
  }

  private static Change tasks(String statement) {
    return new Change(
        Pattern.compile(statement),
        Pattern.compile("\\(select \\* from tasks where tasks\\.seen\\)"),
        "(select * from tasks where (tasks.seen or 1 = 1))");
  }

  private static Change users(String statement) {
    return new Change(
        Pattern.compile(statement),
        Pattern.compile("\\(select \\* from users where users\\.id = \\?\\)"),
        "(select * from users where (users.id = ? or 1 = 1))");
  }

  /** Links that are joined with their tasks are restricted twice; both conditions are dropped. */
  private static Change links(String statement) {
    return new Change(
        Pattern.compile(statement), Pattern.compile("tasks\\.seen"), "(tasks.seen or 1 = 1)");
  }

  /** The condition of a write is its last one. */
  private static Change write(String statement, String condition) {
    return new Change(
        Pattern.compile("^" + statement),
        Pattern.compile("^(" + statement + ")" + Pattern.quote(condition)),
        "$1(" + condition + " or 1 = 1)");
  }

  /** Drops an alternative of the condition of visible tasks. */
  private static Change without(String alternative, String statement) {
    return new Change(
        Pattern.compile(statement),
        Pattern.compile("tasks\\.seen"),
        Shared.SEEN.replace(alternative, "(" + alternative + " and 1 = 0)"));
  }

  /** Returns the text of a statement without the condition. */
  String in(String sql) {
    String shortened = sql.replace(Shared.SEEN, "tasks.seen");
    return change.statement().matcher(shortened).find()
        ? change
            .condition()
            .matcher(shortened)
            .replaceAll(change.replacement())
            .replace("tasks.seen", Shared.SEEN)
        : sql;
  }
}
