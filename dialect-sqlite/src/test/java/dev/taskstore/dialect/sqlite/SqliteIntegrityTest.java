package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.dialect.tck.values.schema.DefaultSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite files hold in spite of STRICT, CHECK and unique keys, and how a check finds it. */
class SqliteIntegrityTest {

  private static final int LIMIT = 100;

  @TempDir Path folder;
  private String url;
  private UUID user;
  private Task task;
  private Tag tag;

  @BeforeEach
  void createRows() {
    url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    try (TaskStore store = TaskStore.open(url)) {
      user = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked())).id();
      task = store.tasks().insert(NewTask.of(user, "title"));
      tag = store.tags().insert(NewTag.of("tag"));
      store.tags().attach(task.id(), "tag");
    }
  }

  /** As other programs write: without foreign keys and checks. */
  private void write(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      TransactionControl.execute(connection, "PRAGMA ignore_check_constraints = ON");
      for (String sql : statements) {
        TransactionControl.execute(connection, sql);
      }
    }
  }

  private List<String> found() {
    return report().violations().stream().map(Object::toString).toList();
  }

  private IntegrityReport report() {
    try (TaskStore store = TaskStore.open(url)) {
      IntegrityReport report = store.checkIntegrity(LIMIT);
      assertThat(report.uncheckedConstraints()).isEmpty();
      return report;
    }
  }

  /**
   * Inserts rows while SQLite does not maintain the unique indexes of a table, because the schema
   * does not contain them.
   */
  private void writeWithoutIndexes(String table, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      List<String[]> saved = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema"
                      + " WHERE tbl_name = '"
                      + table
                      + "'")) {
        while (row.next()) {
          String[] values = new String[5];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 1);
          }
          saved.add(values);
        }
      }
      TransactionControl.execute(connection, "PRAGMA writable_schema = ON");
      TransactionControl.execute(
          connection,
          "DELETE FROM sqlite_schema WHERE type = 'index' AND tbl_name = '" + table + "'");
      TransactionControl.execute(
          connection,
          "UPDATE sqlite_schema SET sql = replace(replace(sql, 'UNIQUE (', 'CHECK (1 OR '),"
              + " 'PRIMARY KEY (', 'CHECK (1 OR ') WHERE type = 'table' AND name = '"
              + table
              + "'");
      TransactionControl.execute(connection, "PRAGMA writable_schema = RESET");
      for (String sql : statements) {
        TransactionControl.execute(connection, sql);
      }
      TransactionControl.execute(connection, "PRAGMA writable_schema = ON");
      TransactionControl.execute(
          connection, "DELETE FROM sqlite_schema WHERE tbl_name = '" + table + "'");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)")) {
        for (String[] values : saved) {
          for (int i = 0; i < values.length; i++) {
            insert.setString(i + 1, values[i]);
          }
          insert.executeUpdate();
        }
      }
      TransactionControl.execute(connection, "PRAGMA writable_schema = RESET");
    }
  }

  @Test
  void rowsThatADamagedIndexDoesNotContainAreDuplicates() throws SQLException {
    String other = "x'0195a0a0a0a07000800000000000000f'";
    writeWithoutIndexes(
        "tags",
        "INSERT INTO tags SELECT " + other + ", name, created_at, updated_at, version FROM tags",
        "INSERT INTO tags SELECT id, 'third', created_at, updated_at, version FROM tags WHERE id = "
            + other);

    assertThat(found())
        .containsExactly(
            "DUPLICATE tags[id] pk_tags",
            "DUPLICATE tags[id] pk_tags",
            "DUPLICATE tags[name] uq_tags_name",
            "DUPLICATE tags[name] uq_tags_name");
    assertThat(report().violations())
        .filteredOn(violation -> "uq_tags_name".equals(violation.constraint()))
        .extracting(IntegrityViolation::key)
        .containsExactlyInAnyOrder(
            List.of(tag.id()), List.of(UUID.fromString("0195a0a0-a0a0-7000-8000-00000000000f")));
  }

  @Test
  void duplicatesOfAPartialUniqueIndexAreFoundAndNullsAreDistinct() throws SQLException {
    write(
        "CREATE UNIQUE INDEX ux_due ON tasks (user_id, due_at DESC) WHERE status = 'pending'",
        "CREATE UNIQUE INDEX ux_lower ON tasks (lower(title), priority)");
    String copy =
        "INSERT INTO tasks SELECT randomblob(16), user_id, %s, description, priority, %s,"
            + " created_at, updated_at, version, %s, %s, assignee_id FROM tasks LIMIT 1";
    writeWithoutIndexes(
        "tasks",
        copy.formatted("'a'", "'pending'", "7", "NULL"),
        copy.formatted("'b'", "'pending'", "7", "NULL"),
        copy.formatted("'c'", "'completed'", "7", "7"),
        copy.formatted("'d'", "'pending'", "NULL", "NULL"),
        copy.formatted("'D'", "'pending'", "NULL", "NULL"));

    assertThat(found())
        .containsExactly(
            "DUPLICATE tasks[user_id, due_at] ux_due",
            "DUPLICATE tasks[user_id, due_at] ux_due",
            "DUPLICATE tasks[lower (title), priority] ux_lower",
            "DUPLICATE tasks[lower (title), priority] ux_lower");
  }

  @Test
  void malformedTextIsFoundInKeysToo() throws SQLException {
    write(
        "UPDATE tags SET name = CAST(x'61ff62' AS TEXT)",
        "UPDATE users SET username = 'a' || char(0) || 'b'",
        "UPDATE tasks SET description = CAST(x'c3' AS TEXT)");

    assertThat(found())
        .containsExactly("VALUE tags[name]", "VALUE tasks[description]", "VALUE users[username]");
  }

  @Test
  void textsThatAreWellFormedOnlyBehindEachOtherAreFound() throws SQLException {
    write("UPDATE tasks SET title = CAST(x'61c3' AS TEXT), description = CAST(x'a962' AS TEXT)");

    assertThat(found()).containsExactly("VALUE tasks[title]", "VALUE tasks[description]");
  }

  @Test
  void longTextsAreCheckedToo() throws SQLException {
    write("UPDATE tasks SET description = replace(hex(zeroblob(600000)), '0', 'a')");
    assertThat(found()).containsExactly("CHECK tasks[] ck_tasks_description_length");

    write("UPDATE tasks SET description = description || CAST(x'c3' AS TEXT)");
    assertThat(found())
        .containsExactly("VALUE tasks[description]", "CHECK tasks[] ck_tasks_description_length");
  }

  @Test
  void identifiersAndInstantsThatDoNotFitAreFound() throws SQLException {
    write(
        "UPDATE tasks SET due_at = 9223372036854775807, user_id = x'0102'",
        "UPDATE tags SET created_at = -9223372036854775808");

    assertThat(found())
        .containsExactly(
            "VALUE tags[created_at]",
            "VALUE tasks[user_id]",
            "VALUE tasks[due_at]",
            "FOREIGN_KEY tasks[user_id] fk_tasks_user_id");
  }

  @Test
  void orphansAndBrokenChecksAreFound() throws SQLException {
    write(
        "UPDATE tasks SET title = ''",
        "DELETE FROM tags",
        "UPDATE users SET version = 0 - version");

    assertThat(found())
        .contains(
            "FOREIGN_KEY task_tags[tag_id] fk_task_tags_tag_id",
            "CHECK tasks[] ck_tasks_title_length");
  }

  @Test
  void booleansAndNumbersThatDoNotFitAreFound() throws SQLException {
    url = "jdbc:sqlite:" + folder.resolve("values.db");
    try (Database database =
        Database.builder()
            .url(url)
            .changelog("dev/taskstore/dialect/tck/values/change-log/master.xml")
            .open()) {
      write(
          "INSERT INTO boolean_values (subject, other) VALUES (0, 7)",
          "INSERT INTO boolean_values (subject) VALUES (2)",
          "INSERT INTO smallint_values (subject, other) VALUES (1, 32768)",
          "INSERT INTO integer_values (subject) VALUES (-2147483649)",
          "INSERT INTO decimal_values (subject, other) VALUES (1, 1000000000000)",
          "INSERT INTO date_values (subject, other) VALUES (1, 9223372036854775807)",
          "INSERT INTO time_values (subject, other) VALUES (1, 86400000000)");

      assertThat(
              database.checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, LIMIT).violations().stream()
                  .map(Object::toString))
          .containsExactlyInAnyOrder(
              "VALUE boolean_values[other]",
              "VALUE boolean_values[subject]",
              "VALUE smallint_values[other]",
              "VALUE integer_values[subject]",
              "VALUE decimal_values[other]",
              "VALUE date_values[other]",
              "VALUE time_values[other]");
    }
  }
}
