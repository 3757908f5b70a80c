package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taskstore.db.Credentials;
import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Opening and closing, and the messages if a database cannot be opened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OpeningContract {

  private final DialectFixture tck;

  OpeningContract(DialectFixture tck) {
    this.tck = tck;
  }

  @Test
  void rowsAreThereWhenTheDatabaseIsOpenedAgain() {
    try (TckDatabase database = tck.create()) {
      User ada;
      try (TaskDatabase store = tck.builder(database).open()) {
        ada = store.users().insert(Contract.newUser("ada"));
      }
      try (TaskDatabase store = tck.builder(database).open();
          TaskDatabase other = tck.builder(database).open()) {
        assertThat(store.users().getById(ada.id())).isEqualTo(ada);
        User bob = other.users().insert(Contract.newUser("bob"));
        assertThat(store.users().getById(bob.id())).isEqualTo(bob);
      }
    }
  }

  @Test
  void anUnknownUrlNamesTheDialectsFoundAndNoSecrets() {
    for (String url :
        List.of(
            "jdbc:nosuch://ada:s3cr3t@host/db?password=s3cr3t",
            "jdbc:nosuch:ada/s3cr3t@host;password=s3cr3t",
            "nonsense")) {
      assertThatThrownBy(() -> TaskDatabase.open(url))
          .isInstanceOf(DialectNotFoundException.class)
          .hasMessageContaining(tck.provider().name())
          .hasMessageContaining("taskstore-dialect-")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  /** Threads of a ForkJoinPool do not see the jars of a web application. */
  @Test
  void theDialectIsFoundWhereTheClassLoaderOfTheThreadSeesNone() {
    withoutDialects(this::openAndClose);
    with(null, this::openAndClose);
  }

  private void openAndClose() {
    try (TaskDatabase store = tck.builder(tck.database()).open()) {
      assertThat(store.database().dialectName()).isEqualTo(tck.provider().create().name());
    }
  }

  @Test
  void aDialectThatIsGivenNeedsNoDiscovery() {
    withoutDialects(
        () -> {
          try (TaskDatabase store =
              tck.builder(tck.database()).dialect(tck.provider().create()).open()) {
            assertThat(store.database().dialectName()).isEqualTo(tck.provider().create().name());
            assertThat(store.users().findAll(PageRequest.first(1)).items()).isNotNull();
          }
        });
  }

  private static void withoutDialects(Runnable work) {
    try (URLClassLoader empty =
        new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
      with(empty, work);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void with(@Nullable ClassLoader loader, Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(loader);
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aDatabaseThatIsOpenedForReadingIsReadAndRefusesWrites() {
    try (TckDatabase database = tck.create()) {
      User ada;
      try (TaskDatabase store = tck.builder(database).open()) {
        ada = store.users().insert(Contract.newUser("ada"));
      }
      for (MigrationMode mode : MigrationMode.values()) {
        try (TaskDatabase store = tck.builder(readOnly(database)).migrationMode(mode).open()) {
          assertThat(store.users().getById(ada.id())).isEqualTo(ada);
          assertThat(store.users().stream()).containsExactly(ada);
          var users = store.users();
          for (ThrowingCallable write :
              List.<ThrowingCallable>of(
                  () -> users.insert(Contract.newUser("bob")),
                  () -> users.load(Stream.of(Contract.newUser("bob"))),
                  () -> users.update(ada.with().username("eve").build()),
                  () -> users.deleteById(ada.id()),
                  () -> store.transaction(tx -> tx.users().insert(Contract.newUser("bob"))),
                  () -> store.dsl().deleteFrom(USERS).execute())) {
            assertThatThrownBy(write).isInstanceOf(ReadOnlyTransactionException.class);
          }
          assertThat(store.users().findAll(PageRequest.first(9)).items()).containsExactly(ada);
        }
      }
    }
  }

  @Test
  void aDatabaseThatIsOpenedForReadingIsNotMigrated() {
    try (TckDatabase database = tck.create()) {
      connectWithoutChangelog(database);
      TaskDatabase.Builder builder = tck.builder(readOnly(database));

      assertThatThrownBy(() -> builder.migrationMode(MigrationMode.UPDATE).open())
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("read-only");
      assertThatThrownBy(() -> builder.migrationMode(MigrationMode.VALIDATE).open())
          .isInstanceOf(SchemaOutOfDateException.class);
    }
  }

  private static void connectWithoutChangelog(TckDatabase database) {
    DialectFixture.connect(Database.builder(), database).open().close();
  }

  private TckDatabase readOnly(TckDatabase database) {
    Optional<TckDatabase> readOnly = tck.readOnly(database);
    assumeTrue(readOnly.isPresent(), "The dialect has no setting that makes a database read-only");
    return readOnly.orElseThrow();
  }

  @Test
  void contradictoryOptionsAreRefused() {
    assertThatThrownBy(() -> TaskDatabase.builder().open())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("URL or a data source");
    assertThatThrownBy(
            () ->
                tck.builder(tck.database())
                    .dataSource(tck.applicationDataSource(tck.database()))
                    .open())
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> tck.builder(tck.database()).joinApplicationTransactions().open())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("dataSource(");
    assertThatThrownBy(
            () ->
                TaskDatabase.builder()
                    .dataSource(tck.applicationDataSource(tck.database()))
                    .credentials(() -> Credentials.of("ada", "s3cr3t"))
                    .open())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("credentials(CredentialsProvider) requires a JDBC URL");
    assertThatThrownBy(() -> TaskDatabase.builder().maximumPoolSize(1))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Database.builder().connectionTimeout(Duration.ofMillis(249)))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void pagesOfNoItemsOrTooManyAreRefused() {
    for (int size : new int[] {0, -1, Integer.MIN_VALUE, PageRequest.MAXIMUM_SIZE + 1}) {
      assertThatThrownBy(() -> PageRequest.first(size))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("1 to 1000");
      assertThatThrownBy(() -> PageRequest.last(size)).isInstanceOf(InvalidArgumentException.class);
    }
  }

  @Test
  @Requires(Capability.AUTHENTICATION)
  void aWrongPasswordIsRefusedWithoutBeingShown() {
    TckDatabase database = tck.database();
    String user = String.valueOf(database.user());

    DatabaseOpenException refused =
        catchThrowableOfType(
            DatabaseOpenException.class,
            () -> TaskDatabase.builder().url(database.url()).credentials(user, "s3cr3t").open());

    assertThat(refused).isNotNull();
    assertThat(refused).hasMessageContaining("Check user and password");
    assertThat(Secrets.everythingThat(refused)).doesNotContain("s3cr3t");
  }

  @Test
  @Requires(Capability.AUTHENTICATION)
  void aProviderSuppliesTheCredentialsOfEachConnection() {
    TckDatabase database = tck.database();
    AtomicInteger calls = new AtomicInteger();
    TaskDatabase.Builder builder =
        TaskDatabase.builder()
            .url(database.url())
            .credentials("nobody", "wrong")
            .credentials(
                () -> {
                  calls.incrementAndGet();
                  return Credentials.of(
                      String.valueOf(database.user()), String.valueOf(database.password()));
                });

    try (TaskDatabase store = builder.open()) {
      assertThat(store.users().count()).isZero();
      assertThat(calls).hasPositiveValue();
    }
  }

  @Test
  @Requires(Capability.AUTHENTICATION)
  void aWrongPasswordOfAProviderIsRefusedWithoutBeingShown() {
    TckDatabase database = tck.database();

    DatabaseOpenException refused =
        catchThrowableOfType(
            DatabaseOpenException.class,
            () ->
                TaskDatabase.builder()
                    .url(database.url())
                    .credentials(() -> Credentials.of(String.valueOf(database.user()), "s3cr3t"))
                    .open());

    assertThat(refused).isNotNull();
    assertThat(refused).hasMessageContaining("Check user and password");
    assertThat(Secrets.everythingThat(refused)).doesNotContain("s3cr3t");
  }

  @Test
  @Requires(Capability.AUTHENTICATION)
  void aProviderThatFailsIsNamedWithoutItsMessage() {
    DatabaseOpenException refused =
        catchThrowableOfType(
            DatabaseOpenException.class,
            () ->
                TaskDatabase.builder()
                    .url(tck.database().url())
                    .credentials(
                        () -> {
                          throw new IllegalStateException("no access to s3cr3t");
                        })
                    .open());

    assertThat(refused).isNotNull();
    assertThat(refused)
        .hasMessageContaining("credentials(...)")
        .hasMessageContaining(IllegalStateException.class.getName());
    assertThat(Secrets.everythingThat(refused)).doesNotContain("s3cr3t");
  }

  @Test
  void aDialectThatChecksNoCredentialsNeverCallsTheProvider() {
    assumeFalse(
        tck.capabilities().contains(Capability.AUTHENTICATION), "The dialect checks credentials");
    try (TaskDatabase store =
        TaskDatabase.builder()
            .url(tck.database().url())
            .credentials(
                () -> {
                  throw new IllegalStateException("called");
                })
            .open()) {
      assertThat(store.users().count()).isZero();
    }
  }

  @Test
  @Requires(Capability.EMBEDDED_FILE)
  void aFolderOrAMissingFolderInPlaceOfAFileIsNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> TaskDatabase.open(tck.urlOf(folder)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is a directory. Specify a file");
    assertThatThrownBy(() -> TaskDatabase.open(tck.urlOf(folder.resolve("missing").resolve("db"))))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("Create it");
  }

  @Test
  @Requires(Capability.EMBEDDED_FILE)
  void aFileThatIsNoDatabaseIsRefusedAndLeftAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("letter.txt");
    String letter = "Dear reader, this is no database. ".repeat(100);
    Files.writeString(file, letter);

    assertThatThrownBy(() -> TaskDatabase.open(tck.urlOf(file)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("Name another file");
    assertThat(Files.readString(file)).isEqualTo(letter);
  }
}
