package dev.taskstore.testdata.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.taskstore.NewTag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.school.schema.DefaultSchema;
import dev.taskstore.dialect.tck.school.schema.Tables;
import dev.taskstore.testdata.Databases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class DatabaseExtensionTest {

  private static final String CHANGELOG = "dev/taskstore/dialect/tck/school/change-log/master.xml";
  private static final int REPETITIONS = 40;

  /** What the samples have seen; tests of this class run one after the other. */
  private static final Set<String> THREADS = new ConcurrentSkipListSet<>();

  private static final Queue<Long> NANOS = new ConcurrentLinkedQueue<>();

  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    THREADS.clear();
    NANOS.clear();
  }

  private EngineTestKit.Builder kit(Class<?>... samples) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(Stream.of(samples).map(sample -> selectClass(sample)).toList())
        .configurationParameter("taskstore.test.folder", folder.toString())
        .configurationParameter("taskstore.test.postgresql.url", Databases.server());
  }

  private static void assertAllSucceed(Events tests, long count) {
    tests.assertStatistics(statistics -> statistics.started(count).succeeded(count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void eachTestGetsADatabaseOfItsOwn(String dialect) throws IOException, SQLException {
    assertAllSucceed(
        kit(Sample.class)
            .configurationParameter("taskstore.test.dialect", dialect)
            .execute()
            .testEvents(),
        7);

    assertThat(folder).isEmptyDirectory();
    assertThat(databases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void parallelTestsDoNotShareDatabases(String dialect) {
    assertAllSucceed(
        kit(Repeated.class, Sample.class, Schools.class)
            .configurationParameter("taskstore.test.dialect", dialect)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
            .execute()
            .testEvents(),
        REPETITIONS + 7 + 3);

    assertThat(THREADS).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aDatabaseTakesMilliseconds(String dialect) {
    assertAllSucceed(
        kit(Repeated.class)
            .configurationParameter("taskstore.test.dialect", dialect)
            .execute()
            .testEvents(),
        REPETITIONS);

    List<Long> nanos = new ArrayList<>(NANOS);
    List<Long> differences = new ArrayList<>();
    for (int i = 1; i < nanos.size(); i++) {
      differences.add((nanos.get(i) - nanos.get(i - 1)) / 1_000);
    }
    differences.sort(null);
    long median = differences.get(differences.size() / 2);
    System.out.println("A test with a new database on " + dialect + ": " + median + " us");
    assertThat(median).isLessThan(1_000_000); // Migrations take longer.
  }

  @Test
  void embeddedBinariesStartWithoutASetting() {
    assertAllSucceed(
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(OnPostgres.class))
            .execute()
            .testEvents(),
        1);
  }

  @Test
  void aDatabaseOfAClassIsRefused() {
    kit(BeforeAllSample.class)
        .execute()
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(text -> text.contains("A database belongs to one test method")))));
  }

  @Test
  void aTaskStoreOfAnotherSchemaIsRefused() {
    kit(WrongType.class)
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(text -> text.contains("Use a parameter of type Database")))));
  }

  @Test
  void anUnknownDialectIsRefused() {
    kit(Repeated.class)
        .configurationParameter("taskstore.test.dialect", "oracle")
        .execute()
        .testEvents()
        .assertThatEvents()
        .haveAtLeast(
            1, event(finishedWithFailure(message(text -> text.contains("sqlite or postgresql")))));
  }

  @Test
  void filesOfKilledRunsAreRemovedAndThoseOfOtherRunsAreNot() throws IOException {
    Path killed = Files.createDirectory(folder.resolve("taskstore-test-1"));
    Files.createFile(killed.resolve("lock"));
    Files.createFile(killed.resolve("1.db"));
    Path live = Files.createDirectory(folder.resolve("taskstore-test-2"));
    try (FileChannel channel =
        FileChannel.open(
            live.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.tryLock()).isNotNull();

      assertAllSucceed(kit(Schools.class).execute().testEvents(), 3);

      assertThat(killed).doesNotExist();
      assertThat(live).exists();
    }
  }

  @Test
  void databasesOfKilledRunsAreRemovedAndThoseOfOtherRunsAreNot() throws SQLException {
    try (Connection other = DriverManager.getConnection(Databases.server());
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + 0x7a5c_57e5 + ", " + 0x77 + ")");
      String runs = "taskstore_test_" + maintenanceDatabase(statement);
      statement.execute("CREATE DATABASE " + runs + "_abc_1");
      statement.execute("CREATE DATABASE " + runs + "_77_1");

      assertAllSucceed(kit(OnPostgres.class).execute().testEvents(), 1);

      assertThat(databases()).containsExactly(runs + "_77_1");
      statement.execute("DROP DATABASE " + runs + "_77_1");
    }
  }

  private static String maintenanceDatabase(Statement statement) throws SQLException {
    try (ResultSet resultSet =
        statement.executeQuery("SELECT oid FROM pg_database WHERE datname = current_database()")) {
      resultSet.next();
      return resultSet.getString(1);
    }
  }

  private static List<String> databases() throws SQLException {
    try (Connection connection = DriverManager.getConnection(Databases.server());
        Statement statement = connection.createStatement();
        ResultSet resultSet =
            statement.executeQuery(
                "SELECT datname FROM pg_database WHERE starts_with(datname, 'taskstore_test_')")) {
      List<String> names = new ArrayList<>();
      while (resultSet.next()) {
        names.add(resultSet.getString(1));
      }
      return names;
    }
  }

  @DatabaseTest
  @TaskRows(seed = 7, tasks = 200, users = 3, tags = 4)
  static class Sample {

    private final TaskStore injected;

    Sample(TaskStore injected) {
      this.injected = injected;
    }

    @BeforeEach
    void addATag(TaskStore store) {
      store.tags().insert(NewTag.of("added"));
    }

    @AfterEach
    void theTagIsThere(Database database) {
      assertThat(database.dsl().fetchCount(dev.taskstore.schema.Tables.TAGS)).isEqualTo(5);
    }

    @Test
    void rowsAreThere(TaskStore store, Database database) {
      THREADS.add(Thread.currentThread().getName());
      assertThat(store).isSameAs(injected);
      assertThat(store.tasks().count()).isEqualTo(200);
      assertThat(store.users().count()).isEqualTo(3);
      assertThat(database.dialectName()).isEqualTo(store.database().dialectName());
      assertThat(store.migrations().pending()).isEmpty();
    }

    @Test
    void changesOfOtherTestsAreNotThere(TaskStore store) {
      assertThat(store.tags().count()).isEqualTo(5);
      store.users().where(DSL.noCondition()).list(10).forEach(store.users()::delete);
      assertThat(store.tasks().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void invocationsHaveDatabasesOfTheirOwn(TestDialect parameter, TaskStore store) {
      assertThat(parameter).isNotNull();
      store.tags().insert(NewTag.of("parameterized"));
      store.tags().findByName("parameterized").ifPresent(store.tags()::delete);
    }

    @Test
    @TaskRows(tasks = 1, tags = 4)
    void anAnnotationOfTheMethodOverrides(TaskStore store) {
      assertThat(store.tasks().count()).isEqualTo(1);
    }

    @Nested
    class Inner {

      @Test
      void annotationsOfTheOuterClassApply(TaskStore store) {
        assertThat(store.tasks().count()).isEqualTo(200);
      }
    }
  }

  @DatabaseTest
  static class Repeated {

    @RepeatedTest(REPETITIONS)
    void isEmpty(TaskStore store) {
      THREADS.add(Thread.currentThread().getName());
      assertThat(store.tags().count()).isZero();
      store.tags().insert(NewTag.of("one"));
      NANOS.add(System.nanoTime());
    }
  }

  @DatabaseTest(changelog = CHANGELOG)
  @SchemaRows(schema = DefaultSchema.class, seed = 7, rows = 50)
  static class Schools {

    @Test
    void rowsAreThere(Database database) {
      assertThat(database.dsl().fetchCount(Tables.STUDENTS)).isEqualTo(50);
      assertThat(database.checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, 1).violations()).isEmpty();
    }

    @Test
    @DatabaseTest(changelog = CHANGELOG, dialect = TestDialect.POSTGRESQL)
    void onPostgres(Database database) {
      assertThat(database.dialectName()).isEqualTo("postgres");
      assertThat(database.dsl().fetchCount(Tables.STUDENTS)).isEqualTo(50);
    }

    @Test
    @DatabaseTest(changelog = CHANGELOG, dialect = TestDialect.SQLITE)
    void onSqlite(Database database) {
      assertThat(database.dialectName()).isEqualTo("sqlite");
      assertThat(database.dsl().fetchCount(Tables.STUDENTS)).isEqualTo(50);
    }
  }

  static class OnPostgres {

    @Test
    @DatabaseTest(dialect = TestDialect.POSTGRESQL)
    void isEmpty(TaskStore store) {
      assertThat(store.database().dialectName()).isEqualTo("postgres");
      assertThat(store.tasks().count()).isZero();
    }
  }

  @DatabaseTest
  static class BeforeAllSample {

    @BeforeAll
    static void prepare(TaskStore store) {
      assertThat(store).isNull();
    }

    @Test
    void isNotReached() {}
  }

  @DatabaseTest(changelog = CHANGELOG)
  static class WrongType {

    @Test
    void isNotReached(TaskStore store) {
      assertThat(store).isNull();
    }
  }
}
