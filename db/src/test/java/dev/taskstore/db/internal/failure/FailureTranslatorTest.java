package dev.taskstore.db.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.TaskTables;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTranslatorTest {

  private static final String SECRET = "secret-value";

  @ParameterizedTest
  @EnumSource
  void everyKindBecomesItsTypeWithoutAnythingThatTheDriverSaid(FailureKind kind) {
    RuntimeException failure = translate(Classification.of(kind, null), driverException());

    assertThat(failure).isExactlyInstanceOf(typeOf(kind));
    assertThat(failure.getMessage()).endsWith(".");
    assertHoldsNoSecret(failure);
    assertThat(failure)
        .hasCauseExactlyInstanceOf(SQLException.class)
        .hasRootCauseMessage("SQLState 12345, error 678");
    assertThat(((SQLException) failure.getCause()).getErrorCode()).isEqualTo(678);
  }

  @ParameterizedTest
  @EnumSource
  void batchesAreTranslatedLikeSingleStatements(FailureKind kind) {
    BatchUpdateException batch =
        new BatchUpdateException(SECRET, "12345", 678, new int[] {1}, driverException());
    batch.setNextException(driverException());

    RuntimeException failure = translate(Classification.of(kind, null), batch);

    assertThat(failure).isExactlyInstanceOf(typeOf(kind));
    assertHoldsNoSecret(failure);
  }

  @ParameterizedTest
  @EnumSource
  void theDatabasesOwnWordsAreKeptWhenTheDialectGivesThem(FailureKind kind) {
    RuntimeException failure =
        translate(Classification.of(kind, "harmless words"), driverException());

    assertThat(failure).hasRootCauseMessage("harmless words");
    assertHoldsNoSecret(failure);
  }

  @ParameterizedTest
  @EnumSource
  void whatADialectNamesIsTold(FailureKind kind) {
    Classification named =
        new Classification(kind, "some_constraint", "things", List.of("one", "two"), null);

    RuntimeException failure = translate(named, driverException());

    assertThat(failure)
        .isInstanceOfSatisfying(
            DatabaseFailure.class,
            told -> {
              assertThat(told.constraint()).isEqualTo("some_constraint");
              assertThat(told.table()).isEqualTo("things");
              assertThat(told.columns()).containsExactly("one", "two");
            });
    assertHoldsNoSecret(failure);
  }

  @Test
  void aConstraintThatOnlyHasANameIsLookedUp() {
    assertPlace(
        new Classification(FailureKind.FOREIGN_KEY, "fk_tasks_parent_id", null, List.of(), null),
        "tasks",
        List.of("parent_id"),
        "fk_tasks_parent_id");
  }

  @Test
  void aUniqueKeyThatOnlyHasColumnsIsLookedUpInAnyOrder() {
    assertPlace(
        new Classification(
            FailureKind.UNIQUE, null, "task_tags", List.of("tag_id", "task_id"), null),
        "task_tags",
        List.of("task_id", "tag_id"),
        "pk_task_tags");
  }

  @Test
  void namesInAnotherCaseAreThoseOfTheModel() {
    assertPlace(
        new Classification(FailureKind.FOREIGN_KEY, "FK_Tasks_Parent_Id", null, List.of(), null),
        "tasks",
        List.of("parent_id"),
        "fk_tasks_parent_id");
    assertPlace(
        new Classification(
            FailureKind.UNIQUE, null, "Task_Tags", List.of("TAG_ID", "task_id"), null),
        "task_tags",
        List.of("task_id", "tag_id"),
        "pk_task_tags");
    assertPlace(
        new Classification(FailureKind.NOT_NULL, null, "TASKS", List.of("PARENT_ID"), null),
        "tasks",
        List.of("parent_id"),
        null);
  }

  @Test
  void aPoolWithoutAFreeConnectionIsATimeout() {
    SQLException exhausted = new SQLTransientConnectionException(SECRET);

    RuntimeException failure = translate(Classification.of(FailureKind.OTHER, null), exhausted);

    assertThat(failure)
        .isExactlyInstanceOf(DatabaseTimeoutException.class)
        .hasMessageContaining("maximumPoolSize")
        .hasMessageContaining("connectionTimeout");
    assertHoldsNoSecret(failure);
  }

  @Test
  void aPoolThatCannotConnectTellsWhatTheDriverMeans() {
    SQLException pool =
        new SQLTransientConnectionException(SECRET, "12345", 678, driverException());

    RuntimeException failure = translate(Classification.of(FailureKind.OPEN, null), pool);

    assertThat(failure).isExactlyInstanceOf(DatabaseOpenException.class);
    assertHoldsNoSecret(failure);
  }

  private static Class<? extends RuntimeException> typeOf(FailureKind kind) {
    return switch (kind) {
      case UNIQUE -> UniqueViolationException.class;
      case FOREIGN_KEY -> ForeignKeyViolationException.class;
      case NOT_NULL -> NotNullViolationException.class;
      case CHECK -> CheckViolationException.class;
      case TRANSIENT -> TransientFailureException.class;
      case CONNECTION -> ConnectionLostException.class;
      case TIMEOUT -> DatabaseTimeoutException.class;
      case READ_ONLY -> ReadOnlyTransactionException.class;
      case ROLLBACK_ONLY -> RollbackOnlyException.class;
      case INVALID_VALUE -> InvalidArgumentException.class;
      case STORAGE_FULL -> StorageFullException.class;
      case SCHEMA -> SchemaOutOfDateException.class;
      case OPEN -> DatabaseOpenException.class;
      case ROW_SECURITY -> RowSecurityException.class;
      case SEALED -> DatabaseSealedException.class;
      case APPEND_ONLY -> AppendOnlyException.class;
      case PERMISSION, OTHER -> DatabaseException.class;
    };
  }

  private static void assertPlace(
      Classification failure, String table, List<String> columns, String constraint) {
    assertThat(translate(failure, driverException()))
        .isInstanceOfSatisfying(
            DatabaseFailure.class,
            told -> {
              assertThat(told.table()).isEqualTo(table);
              assertThat(told.columns()).isEqualTo(columns);
              assertThat(told.constraint()).isEqualTo(constraint);
            })
        .hasMessageContaining(table)
        .hasMessageContaining(constraint == null ? "" : constraint);
  }

  private static RuntimeException translate(Classification failure, SQLException exception) {
    ConstraintCatalog constraints = new ConstraintCatalog();
    constraints.register(TaskTables.SCHEMA);
    return new FailureTranslator(given -> failure, constraints).translate(exception);
  }

  /** Holds the secret wherever an exception can hold something. */
  private static SQLException driverException() {
    SQLException exception =
        new SQLException(
            "Key (email)=(" + SECRET + ") exists", "12345", 678, new SQLException(SECRET));
    exception.setNextException(new SQLException("next: " + SECRET));
    exception.addSuppressed(new IllegalStateException("suppressed: " + SECRET));
    return exception;
  }

  private static void assertHoldsNoSecret(Throwable failure) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    assertThat(all.toString()).doesNotContain(SECRET);
    for (Throwable part = failure; part != null; part = part.getCause()) {
      assertThat(part.getSuppressed()).isEmpty();
      if (part instanceof SQLException sql) {
        assertThat((Object) sql.getNextException()).isNull();
      }
    }
  }
}
