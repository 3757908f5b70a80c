package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.dialect.postgres.PostgresDialectProvider;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.sqlite.SqliteDialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Random programs on tables of values agree with the model on both databases. */
class ValueDifferentialTest {

  private static final String CHANGELOG = "dev/taskstore/dialect/tck/values/change-log/master.xml";
  private static final long SEED = 20_260_401L;
  private static final int PROGRAMS = 40;
  private static final int PROGRAMS_OF_MUTANTS = 200;

  @TempDir static Path folder;

  private static TckDatabase server;
  private static Database postgres;
  private static Database sqlite;

  @BeforeAll
  static void open() throws Exception {
    server = PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
    postgres = postgres(new PostgresDialectProvider().create());
    sqlite = sqlite("values.db", new SqliteDialectProvider().create());
  }

  @AfterAll
  static void close() {
    sqlite.close();
    postgres.close();
    server.close();
  }

  private static Database sqlite(String file, Dialect dialect) {
    return Database.builder()
        .url("jdbc:sqlite:" + folder.resolve(file))
        .dialect(dialect)
        .changelog(CHANGELOG)
        .open();
  }

  private static Database postgres(Dialect dialect) {
    return Database.builder()
        .url(server.url())
        .credentials(server.user(), server.password())
        .dialect(dialect)
        .changelog(CHANGELOG)
        .open();
  }

  @TestFactory
  Stream<DynamicTest> programsAgreeOnSqlite() {
    return each(sqlite);
  }

  @TestFactory
  Stream<DynamicTest> programsAgreeOnPostgresql() {
    return each(postgres);
  }

  private static Stream<DynamicTest> each(Database database) {
    return Arrays.stream(ValueKind.values())
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.name(),
                    () ->
                        assertThat(ValuePrograms.of(kind, database).search(SEED, PROGRAMS))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> eachMutantIsFound() {
    return Arrays.stream(ValueMutant.values())
        .map(
            mutant ->
                DynamicTest.dynamicTest(
                    mutant.name(), () -> assertThat(search(mutant)).isNotEmpty()));
  }

  private static Optional<String> search(ValueMutant mutant) {
    Dialect dialect = mutant.alter(new SqliteDialectProvider().create());
    try (Database database = sqlite(mutant + ".db", dialect)) {
      return ValuePrograms.of(mutant.kind(), database).search(SEED, PROGRAMS_OF_MUTANTS);
    }
  }
}
