package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each exception of the driver is classified once, whichever layers it passes. */
abstract class ClassificationContract extends Contract {

  ClassificationContract(DialectFixture tck) {
    super(tck);
  }

  /** Counts classifications, and records exceptions that are classified again. */
  private static final class CountingClassifier implements FailureClassifier {

    private final FailureClassifier classifier;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<Throwable> classified =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private final List<String> repeated = Collections.synchronizedList(new ArrayList<>());

    CountingClassifier(FailureClassifier classifier) {
      this.classifier = classifier;
    }

    @Override
    public Classification classify(SQLException exception) {
      count.incrementAndGet();
      for (Throwable part = exception; part != null; part = part.getCause()) {
        if (!classified.add(part)) {
          repeated.add(part.toString());
        }
      }
      return classifier.classify(exception);
    }
  }

  private TaskDatabase opened(CountingClassifier classifier, Dialect dialect, boolean listens) {
    TaskDatabase.Builder builder =
        tck.builder(tck.database()).dialect(ClassifyingDialect.of(dialect, original -> classifier));
    if (listens) {
      builder.executeListeners(
          () ->
              new ExecuteListener() {
                @Override
                public void exception(ExecuteContext context) {
                  assertThat(context.exception()).isNotNull();
                }
              });
    }
    return builder.open();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExceptionIsClassifiedOnce(boolean listens) {
    Dialect dialect = tck.provider().create();
    CountingClassifier classifier = new CountingClassifier(dialect.failures());
    try (TaskDatabase store = opened(classifier, dialect, listens)) {
      User ada = store.users().insert(newUser("ada"));
      User bob = store.users().insert(newUser("bob"));
      NewUser taken = NewUser.of("x", ada.email(), PasswordHash.locked());
      NewTask orphan = NewTask.of(new UUID(9, 9), "orphan");
      classifier.classified.clear();

      assertClassified(classifier, 1, () -> store.users().insert(taken));
      assertClassified(
          classifier, 1, () -> store.users().update(bob.with().email(ada.email()).build()));
      assertClassified(
          classifier,
          1,
          () -> store.users().update(bob.id(), UserChanges.none().username(ada.username())));
      assertClassified(classifier, 1, () -> store.tasks().insert(orphan));
      assertClassified(classifier, 1, () -> store.dsl().fetch("SELECT * FROM no_such_table"));
      assertClassified(
          classifier,
          1,
          () -> store.transaction(tx -> tx.transaction(inner -> inner.users().insert(taken))));
      // A batch that fails, and the statement of the row that made it fail.
      assertClassified(
          classifier, 2, () -> store.users().insertAll(List.of(newUser("eve"), taken)));
      assertClassified(
          classifier, 2, () -> store.users().load(List.of(newUser("eve"), taken).stream()));
      assertClassified(
          classifier,
          2,
          () ->
              store
                  .tasks()
                  .insertAll(
                      List.of(NewTask.of(ada.id(), "one"), orphan, NewTask.of(ada.id(), "two"))));
    }
  }

  private static void assertClassified(
      CountingClassifier classifier, int most, ThrowingCallable call) {
    classifier.count.set(0);
    assertThatThrownBy(call).isInstanceOf(DatabaseFailure.class);
    assertThat(classifier.count.get()).isBetween(1, most);
    assertThat(classifier.repeated).isEmpty();
  }
}
