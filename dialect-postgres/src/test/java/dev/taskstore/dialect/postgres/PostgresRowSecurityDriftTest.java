package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RowSecurity;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Enables, compares and disables the policies of the library. */
class PostgresRowSecurityDriftTest extends PostgresStoreFixture {

  private RowSecurity security() {
    return store.database().rowSecurity(TaskStore.OWNERSHIP);
  }

  private List<String> differences() {
    return security().differences().stream().map(PolicyDifference::toString).toList();
  }

  @Test
  void withoutPoliciesEverythingIsMissing() {
    assertThat(differences())
        .containsExactly(
            "row-level security is not enabled on tags",
            "policy taskstore_changed_rows on tags is missing",
            "policy taskstore_deleted_rows on tags is missing",
            "policy taskstore_new_rows on tags is missing",
            "policy taskstore_rows on tags is missing",
            "row-level security is not enabled on task_shares",
            "policy taskstore_rows on task_shares is missing",
            "function taskstore_shared_by_task_shares() on task_shares is missing",
            "policy taskstore_shared_rows on task_shares is missing",
            "row-level security is not enabled on task_tags",
            "policy taskstore_rows on task_tags is missing",
            "row-level security is not enabled on tasks",
            "policy taskstore_changed_rows on tasks is missing",
            "policy taskstore_kept_columns on tasks is missing",
            "function taskstore_kept_in_tasks() on tasks is missing",
            "policy taskstore_rows on tasks is missing",
            "policy taskstore_shared_rows on tasks is missing",
            "row-level security is not enabled on users",
            "policy taskstore_rows on users is missing");
    assertThat(security().differences())
        .extracting(PolicyDifference::type)
        .containsOnly(PolicyDifference.Type.MISSING);
  }

  @Test
  void whatIsEnabledEqualsTheDeclarationUntilItIsDisabled() {
    security().enable();
    assertThat(differences()).isEmpty();
    security().enable();
    assertThat(differences()).isEmpty();

    security().disable();
    assertThat(differences()).hasSize(19);
    security().disable();
    assertThat(store.dsl().fetch("SELECT * FROM pg_policy")).isEmpty();
    assertThat(store.dsl().fetch("SELECT * FROM pg_proc WHERE proname LIKE 'taskstore%'"))
        .isEmpty();
  }

  @Test
  void theStatementsDoTheSame() {
    security().enableSql().forEach(store.dsl()::execute);
    assertThat(differences()).isEmpty();

    security().disableSql().forEach(store.dsl()::execute);
    assertThat(store.dsl().fetch("SELECT * FROM pg_policy")).isEmpty();
    assertThat(store.dsl().fetch("SELECT * FROM pg_class WHERE relrowsecurity")).isEmpty();
  }

  @Test
  void aComparisonInATransactionIsAPartOfIt() {
    store.transaction(
        tx -> {
          security().enable();
          assertThat(differences()).isEmpty();
          assertThat(differences()).isEmpty();
        });
    assertThat(differences()).isEmpty();
    assertThat(store.tasks().count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER POLICY taskstore_rows ON tasks USING (true) | policy taskstore_rows on tasks is"
            + " permissive for all to public using true with check",
        "ALTER POLICY taskstore_rows ON tasks WITH CHECK (true) | with check true, but must be",
        "ALTER POLICY taskstore_rows ON tags TO CURRENT_USER | for select to",
        "DROP POLICY taskstore_rows ON task_tags | policy taskstore_rows on task_tags is missing",
        "ALTER TABLE users DISABLE ROW LEVEL SECURITY | row-level security is not enabled on users",
        "ALTER FUNCTION taskstore_shared_by_task_shares() SECURITY INVOKER | security invoker",
        "ALTER FUNCTION taskstore_kept_in_tasks(uuid, uuid, uuid) SET search_path = public | set"
            + " search_path=public as",
        "CREATE POLICY everybody ON tasks USING (true) | policy everybody on tasks is not part of"
            + " the declaration",
        "CREATE POLICY taskstore_rows ON databasechangelog USING (true) | policy taskstore_rows on"
            + " databasechangelog is not part of the declaration",
      })
  void aChangeIsFound(String change, String difference) {
    security().enable();
    store.dsl().execute(change);

    assertThat(differences()).singleElement().asString().contains(difference);

    security().enable();
    if (!change.startsWith("CREATE")) {
      assertThat(differences()).isEmpty();
    }
  }

  /** The server qualifies the names of tables that another table of the path hides. */
  @ParameterizedTest
  @ValueSource(strings = {"public,pg_temp", "public,pg_catalog"})
  void temporaryTablesMayComeLastInTheSearchPath(String path) {
    security().enable();
    String separator = database.url().indexOf('?') < 0 ? "?" : "&";
    try (TaskStore other =
        TaskStore.builder()
            .url(database.url() + separator + "options=-c%20search_path=" + path)
            .credentials(database.user(), database.password())
            .open()) {
      assertThat(other.database().rowSecurity(TaskStore.OWNERSHIP).differences())
          .isEqualTo(List.of());
    }
    assertThat(differences()).isEmpty();
  }

  @Test
  void aMissingTableOrColumnIsNamed() {
    store.dsl().execute("ALTER TABLE tasks RENAME COLUMN user_id TO owner");
    for (Runnable call :
        List.<Runnable>of(security()::enableSql, security()::enable, security()::differences)) {
      assertThatThrownBy(call::run)
          .isInstanceOfSatisfying(
              SchemaOutOfDateException.class, e -> assertThat(e.columns()).contains("user_id"))
          .hasMessageContaining("tasks.user_id");
    }
    store.dsl().execute("ALTER TABLE tasks RENAME COLUMN owner TO user_id");
    store.dsl().execute("DROP TABLE tags CASCADE");
    assertThatThrownBy(security()::enableSql)
        .isInstanceOfSatisfying(
            SchemaOutOfDateException.class, e -> assertThat(e.table()).isEqualTo("tags"));
  }

  @Test
  void anOwnerColumnOfAnotherTypeIsRefused() {
    store.dsl().execute("ALTER TABLE tasks DROP COLUMN user_id");
    store.dsl().execute("ALTER TABLE tasks ADD COLUMN user_id bytea");

    assertThatThrownBy(security()::enable)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("tasks.user_id has the type bytea");
  }

  @Test
  void theStatementsFitIntoAChangeset(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("policies.xml"),
        """
        <databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>
          <changeSet id='policies' author='operator'>
            <sql>%s</sql>
            <rollback>%s</rollback>
          </changeSet>
        </databaseChangeLog>
        """
            .formatted(
                String.join(";\n", security().enableSql()),
                String.join(";\n", security().disableSql())));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        Database operator =
            Database.builder()
                .url(database.url())
                .credentials(database.user(), database.password())
                .changelog("policies.xml", loader)
                .open()) {
      assertThat(differences()).isEmpty();

      operator.migrations().rollback(1);
      assertThat(differences()).hasSize(19);
    }
  }
}
