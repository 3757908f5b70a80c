package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.dialect.tck.DialectTck;
import dev.taskstore.dialect.tck.MutableClock;
import dev.taskstore.dialect.tck.TckDatabase;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/**
 * The contract of every dialect, and that of {@link TaskStore} on the dialect. A dialect extends
 * this class in place of {@link DialectTck} to run both.
 */
public abstract class TaskStoreTck extends DialectTck {

  private @Nullable TckDatabase taskStoreDatabase;
  private @Nullable TaskStore taskStore;
  private @Nullable TaskStore scopedTaskStore;

  /** Creates the contract; JUnit does. */
  protected TaskStoreTck() {}

  /** The store that all tests share. */
  final synchronized TaskStore taskStore() {
    TaskStore open = taskStore;
    if (open == null) {
      taskStoreDatabase = create();
      open = taskStoreBuilder(taskStoreDatabase).open();
      taskStore = open;
    }
    return open;
  }

  /**
   * Returns a database as a role connects to it whose rows are limited by the policies of {@link
   * TaskStore#OWNERSHIP}. The contract of scopes then runs with this role.
   *
   * @param target the database, which is migrated
   * @return the same database with other credentials; empty by default
   * @throws Exception if the policies cannot be enabled; the tests that require them then fail
   */
  protected Optional<TckDatabase> underPolicies(TckDatabase target) throws Exception {
    return Optional.empty();
  }

  /**
   * Returns the methods that policies refuse although a scope permits them.
   *
   * @return names such as {@code users.upsertByEmail(NewUser)}, none by default
   */
  protected Set<String> refusedByPolicies() {
    return Set.of();
  }

  /**
   * Runs a call of the contract of scopes, by default in a scope.
   *
   * @param store the store, with the role of {@link #underPolicies}
   * @param principal the user whose rows the call sees
   * @param call the call
   * @return the result of the call, possibly null
   */
  protected @Nullable Object callAs(
      TaskStore store, UUID principal, Function<TaskSession, @Nullable Object> call) {
    try (TaskScope scope = store.scopedTo(principal)) {
      return call.apply(scope);
    }
  }

  /**
   * Returns the exception for a reference to a row of somebody else.
   *
   * @return by default {@link ForeignKeyViolationException}, as for a missing row
   */
  protected Class<? extends DataAccessException> hiddenReference() {
    return ForeignKeyViolationException.class;
  }

  /** Returns the store on which tests open scopes. */
  final synchronized TaskStore scopedTaskStore() {
    TaskStore open = scopedTaskStore;
    if (open == null) {
      TaskStore whole = taskStore();
      try {
        open =
            underPolicies(Objects.requireNonNull(taskStoreDatabase, "database"))
                .map(limited -> taskStoreBuilder(limited).rowSecurity(TaskStore.OWNERSHIP).open())
                .orElse(whole);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("No policies for the test", e);
      }
      scopedTaskStore = open;
    }
    return open;
  }

  /** Opens another store on the database of {@link #taskStore()}, which the caller closes. */
  final synchronized TaskStore openTaskStore() {
    taskStore();
    return taskStoreBuilder(Objects.requireNonNull(taskStoreDatabase, "database")).open();
  }

  /** Returns a builder with the URL, credentials and clock of the tests. */
  final TaskStore.Builder taskStoreBuilder(TckDatabase target) {
    return connect(TaskStore.builder(), target)
        .clock(clock())
        .contexts(contexts().toArray(String[]::new));
  }

  /** Creates an empty database for exclusive use by a test, which closes it. */
  final TckDatabase newTaskStoreDatabase() {
    return create();
  }

  /** The clock of the store. */
  final MutableClock taskStoreClock() {
    return clock();
  }

  /** Empties all tables of the store. */
  final void clearTaskStore() {
    taskStore().dsl().deleteFrom(USERS).execute();
    taskStore().dsl().deleteFrom(TAGS).execute();
  }

  @AfterAll
  final void closeTaskStore() {
    if (scopedTaskStore != null && scopedTaskStore != taskStore) {
      scopedTaskStore.close();
    }
    if (taskStore != null) {
      taskStore.close();
    }
    if (taskStoreDatabase != null) {
      taskStoreDatabase.close();
    }
  }

  @Nested
  class ClosedTaskStore extends ClosedTaskStoreContract {
    ClosedTaskStore() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class PasswordHash extends PasswordHashContract {
    PasswordHash() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class UserPersonalData extends PersonalDataContract {
    UserPersonalData() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class Scope extends ScopeContract {
    Scope() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class ScopeSession extends ScopeSessionContract {
    ScopeSession() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class Sharing extends SharingContract {
    Sharing() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TagRepository extends TagRepositoryContract {
    TagRepository() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TaskIsolation extends TaskIsolationContract {
    TaskIsolation() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TaskRepository extends TaskRepositoryContract {
    TaskRepository() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TaskStoreMigration extends TaskStoreMigrationContract {
    TaskStoreMigration() {
      super(TaskStoreTck.this);
    }
  }

  @Nested
  class TitleSearch extends TitleSearchContract {
    TitleSearch() {
      super(TaskStoreTck.this);
    }
  }
}
