package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.TagChanges;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.junit.jupiter.api.Test;

/**
 * jOOQ listeners of the builder receive the events of statements of repositories and of plain jOOQ.
 */
abstract class ExecuteListenerContract extends Contract {

  ExecuteListenerContract(DialectFixture tck) {
    super(tck);
  }

  private TaskDatabase opened(ExecuteListener listener) {
    return tck.builder(tck.database()).maximumPoolSize(2).executeListeners(() -> listener).open();
  }

  /** Records the names of all events. */
  private static ExecuteListener noting(List<String> events) {
    return (ExecuteListener)
        Proxy.newProxyInstance(
            ExecuteListener.class.getClassLoader(),
            new Class<?>[] {ExecuteListener.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == ExecuteListener.class) {
                events.add(method.getName());
              }
              return null;
            });
  }

  /** Records for each statement that ends its type, what it does, and the number of its rows. */
  private static ExecuteListener notingStatements(List<String> statements) {
    return new ExecuteListener() {
      @Override
      public void end(ExecuteContext context) {
        String verb = context.sql().substring(0, context.sql().indexOf(' '));
        int rows =
            context.type() == ExecuteType.BATCH ? context.batchRows().length : context.rows();
        statements.add(
            context.type() + " " + verb.toLowerCase(Locale.ROOT) + (rows < 0 ? "" : " " + rows));
      }
    };
  }

  @Test
  void listenersHearOfTheStatementsOfRepositories() {
    List<String> statements = new CopyOnWriteArrayList<>();
    try (TaskDatabase store = opened(notingStatements(statements))) {
      statements.clear();
      Tag tag = store.tags().insert(NewTag.of("red"));
      store.tags().insertAll(List.of(NewTag.of("blue"), NewTag.of("green")));
      assertThat(store.tags().findById(tag.id())).contains(tag);
      store.tags().update(tag.with().name("crimson").build());
      store.tags().update(tag.id(), 1, TagChanges.none().name("scarlet"));
      store.tags().deleteById(tag.id());
      assertThat(store.tags().count()).isEqualTo(2);
    }

    assertThat(statements)
        .containsExactly(
            "WRITE insert 1",
            "BATCH insert 2",
            "READ select",
            "WRITE update 1",
            "WRITE update",
            "WRITE delete 1",
            "READ select");
  }

  @Test
  void theEventsOfARepositorysQueryComeInTheOrderOfJooqsOwn() {
    User ada = insertUser("ada");
    List<String> events = new CopyOnWriteArrayList<>();
    try (TaskDatabase store = opened(noting(events))) {
      events.clear();
      store.dsl().selectFrom(USERS).where(USERS.ID.eq(ada.id())).fetch();
      List<String> ofJooq = new ArrayList<>(events);
      events.clear();
      store.users().getById(ada.id());

      ofJooq.removeIf(event -> event.startsWith("result") || event.startsWith("record"));
      assertThat(events).hasSizeGreaterThan(10).containsExactlyElementsOf(ofJooq);
    }
  }

  @Test
  void theEventsOfARepositorysFailureComeInTheOrderOfJooqsOwn() {
    insertUser("ada");
    List<String> events = new CopyOnWriteArrayList<>();
    try (TaskDatabase store = opened(noting(events))) {
      events.clear();
      assertThatThrownBy(() -> store.dsl().insertInto(USERS).defaultValues().execute())
          .isInstanceOf(NotNullViolationException.class);
      List<String> ofJooq = new ArrayList<>(events);
      events.clear();
      assertThatThrownBy(() -> store.users().insert(newUser("ada")))
          .isInstanceOf(UniqueViolationException.class);

      assertThat(events.subList(0, ofJooq.size())).containsExactlyElementsOf(ofJooq);
      assertThat(ofJooq).endsWith("exception", "end");
    }
  }

  @Test
  void aStreamEndsForListenersWhenItIsClosed() {
    insertUser("ada");
    List<String> events = new CopyOnWriteArrayList<>();
    try (TaskDatabase store = opened(noting(events))) {
      events.clear();
      try (Stream<User> users = store.users().stream()) {
        assertThat(users.limit(1).count()).isEqualTo(1);
        assertThat(events).endsWith("fetchStart");
      }
      assertThat(events).endsWith("fetchStart", "fetchEnd", "end");
    }
  }

  @Test
  void aListenerMayChangeTheText() {
    AtomicBoolean toNowhere = new AtomicBoolean();
    ExecuteListener changing =
        new ExecuteListener() {
          @Override
          public void renderEnd(ExecuteContext context) {
            if (context.type() == ExecuteType.READ) {
              context.sql(
                  toNowhere.get() ? "select * from nowhere" : context.sql() + " /* reporting */");
            }
          }
        };
    try (TaskDatabase store = opened(changing)) {
      Tag tag = store.tags().insert(NewTag.of("red"));
      assertThat(store.tags().getById(tag.id())).isEqualTo(tag);
      assertThat(store.tags().getById(tag.id())).isEqualTo(tag);
      toNowhere.set(true);
      assertThatThrownBy(() -> store.tags().count())
          .isInstanceOf(SchemaOutOfDateException.class)
          .hasMessageContaining("nowhere");
      toNowhere.set(false);
      assertThat(store.tags().count()).isEqualTo(1);
    }
  }

  @Test
  void aListenerMayHaveAnotherExceptionThrown() {
    ExecuteListener replacing =
        new ExecuteListener() {
          @Override
          public void exception(ExecuteContext context) {
            if (context.exception() instanceof UniqueViolationException) {
              context.exception(new IllegalArgumentException("Taken", context.exception()));
            }
          }
        };
    try (TaskDatabase store = opened(replacing)) {
      store.tags().insert(NewTag.of("red"));
      assertTaken(() -> store.tags().insert(NewTag.of("red")));
      assertTaken(() -> store.tags().insertAll(List.of(NewTag.of("blue"), NewTag.of("red"))));
      assertTaken(
          () -> store.dsl().insertInto(TAGS).select(store.dsl().selectFrom(TAGS)).execute());
      assertThatThrownBy(
              () ->
                  store.transaction(
                      tx -> {
                        tx.tags().insert(NewTag.of("green"));
                        assertTaken(() -> tx.tags().insert(NewTag.of("red")));
                        assertThatThrownBy(() -> tx.tags().count())
                            .isInstanceOf(RollbackOnlyException.class);
                      }))
          .isInstanceOf(RollbackOnlyException.class);
      assertThat(store.tags().count()).isEqualTo(1);
    }
  }

  private static void assertTaken(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Taken")
        .hasCauseInstanceOf(UniqueViolationException.class);
  }

  @Test
  void aListenerThatFailsKeepsTheStatementFromRunningAndNothingElse() {
    AtomicBoolean failing = new AtomicBoolean();
    List<String> events = new CopyOnWriteArrayList<>();
    ExecuteListener listener =
        new ExecuteListener() {
          @Override
          public void prepareEnd(ExecuteContext context) {
            failIf("prepareEnd", context);
          }

          @Override
          public void executeStart(ExecuteContext context) {
            failIf("executeStart", context);
          }

          private void failIf(String event, ExecuteContext context) {
            if (failing.get() && events.contains(event)) {
              throw new IllegalStateException(event + " of " + context.type());
            }
          }
        };
    try (TaskDatabase store = opened(listener)) {
      for (String event : List.of("prepareEnd", "executeStart")) {
        events.add(event);
        failing.set(true);
        for (int i = 0; i < 5; i++) {
          assertThatThrownBy(() -> store.tags().insert(NewTag.of("red")))
              .isInstanceOf(IllegalStateException.class)
              .hasMessage(event + " of WRITE");
          assertThatThrownBy(() -> store.tags().count())
              .isInstanceOf(IllegalStateException.class)
              .hasMessage(event + " of READ");
        }
        failing.set(false);
        events.clear();
        assertThat(store.tags().count()).isZero();
      }
      store.tags().insert(NewTag.of("red"));
      assertThat(store.tags().count()).isEqualTo(1);
    }
  }
}
