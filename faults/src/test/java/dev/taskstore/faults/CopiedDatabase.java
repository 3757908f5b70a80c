package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.NewToken;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import dev.taskstore.dialect.tck.numbers.schema.TokenRepository;
import dev.taskstore.testdata.TestData;
import dev.taskstore.transfer.DatabaseComparison;
import dev.taskstore.transfer.report.ComparisonReport;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The source or the target of a copy or restore, with the tables of {@link CopiedSchema}.
 *
 * @param address the database
 */
record CopiedDatabase(TckDatabase address) implements AutoCloseable {

  private static final int NUMBERED_ROWS = 200;
  private static final int TASKS_OF_A_USER = 50;
  private static final int TAGS = 20;

  enum Kind {
    SQLITE,
    POSTGRES
  }

  /** What a database holds after a process was killed. */
  enum State {
    /** Neither rows nor a mark. */
    UNTOUCHED,
    /** The mark of a copy or restore. */
    INCOMPLETE,
    /** Rows without a mark. */
    COMPLETE
  }

  /** Creates an empty database. */
  static CopiedDatabase create(Kind kind, Path folder) throws SQLException {
    return new CopiedDatabase(
        kind == Kind.POSTGRES
            ? PostgresServer.shared().newDatabase("")
            : TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {}));
  }

  /** Creates a database with rows in all tables that have parents or identities. */
  static CopiedDatabase filled(Kind kind, Path folder, int tasks, long seed) throws SQLException {
    CopiedDatabase created = create(kind, folder);
    try (Database database = created.open(MigrationMode.UPDATE);
        TaskStore store = created.store()) {
      TestData.seed(seed)
          .users(Math.max(1, tasks / TASKS_OF_A_USER))
          .tasks(tasks)
          .tags(TAGS)
          .load(store);
      TicketRepository tickets = new TicketRepository(database);
      TokenRepository tokens = new TokenRepository(database);
      database.transaction(
          transaction -> {
            for (int i = 0; i < NUMBERED_ROWS; i++) {
              tickets.insert(NewTicket.of("seat " + i));
              tokens.insert(NewToken.of());
            }
          });
    }
    return created;
  }

  /** Returns the arguments for another process: URL, user and password. */
  List<String> arguments() {
    return List.of(
        address.url(),
        Objects.requireNonNullElse(address.user(), ""),
        Objects.requireNonNullElse(address.password(), ""));
  }

  /** Returns the database of the arguments. */
  static CopiedDatabase ofArguments(String url, String user, String password) {
    return new CopiedDatabase(
        user.isEmpty()
            ? TckDatabase.of(url, () -> {})
            : new TckDatabase(url, user, password, () -> {}));
  }

  Database open(MigrationMode mode) {
    Database.Builder builder =
        Database.builder()
            .url(address.url())
            .changelog(CopiedSchema.CHANGELOG, CopiedDatabase.class.getClassLoader())
            .migrationMode(mode)
            .maximumPoolSize(4);
    if (address.user() != null && address.password() != null) {
      builder.credentials(address.user(), address.password());
    }
    return builder.open();
  }

  /** Opens the tables of users, tasks and tags. */
  TaskStore store() {
    TaskStore.Builder builder =
        TaskStore.builder().url(address.url()).migrationMode(MigrationMode.NONE);
    if (address.user() != null && address.password() != null) {
      builder.credentials(address.user(), address.password());
    }
    return builder.open();
  }

  /**
   * Returns what a killed process left. An incomplete database must not open for programs.
   *
   * @param description the kill, for messages
   */
  State stateAfterKill(String description) {
    State state;
    try (Database database = open(MigrationMode.NONE)) {
      state =
          database
              .dsl()
              .connectionResult(
                  connection -> {
                    if (IncompleteTransfer.find(connection).isPresent()) {
                      return State.INCOMPLETE;
                    }
                    try (ResultSet tables =
                        connection.getMetaData().getTables(null, null, "users", null)) {
                      if (!tables.next()) {
                        return State.UNTOUCHED;
                      }
                    }
                    return database.dsl().fetchExists(database.dsl().selectOne().from("users"))
                        ? State.COMPLETE
                        : State.UNTOUCHED;
                  });
    }
    if (state == State.INCOMPLETE) {
      for (MigrationMode mode : List.of(MigrationMode.UPDATE, MigrationMode.VALIDATE)) {
        assertThatThrownBy(() -> open(mode).close())
            .as("%s, opened with %s", description, mode)
            .isInstanceOf(IncompleteTransferException.class);
      }
    }
    return state;
  }

  /** Compares the rows with those of another database. */
  ComparisonReport compare(CopiedDatabase other) {
    try (Database first = open(MigrationMode.NONE);
        Database second = other.open(MigrationMode.NONE)) {
      return DatabaseComparison.of(CopiedSchema.INSTANCE).run(first, second);
    }
  }

  /** Checks schema, constraints and the next identities. Inserts two rows. */
  void checkAfterCompletion(String description) {
    try (Database database = open(MigrationMode.UPDATE)) {
      assertThat(database.migrations().pending()).as(description).isEmpty();
      assertThat(database.migrations().drift().toString()).as(description).isEmpty();
      assertThat(database.checkIntegrity(CopiedSchema.INSTANCE, 1).violations())
          .as(description)
          .isEmpty();
      for (String table : List.of("tickets", "tokens")) {
        long largest = largestKey(database, table);
        long next =
            table.equals("tickets")
                ? new TicketRepository(database).insert(NewTicket.of("next")).id()
                : new TokenRepository(database).insert(NewToken.of()).id();
        assertThat(next).as("%s: the next key of %s", description, table).isGreaterThan(largest);
      }
    }
  }

  private static long largestKey(Database database, String table) {
    Object value = database.dsl().fetchValue("select coalesce(max(id), 0) from " + table);
    return Long.parseLong(String.valueOf(value));
  }

  @Override
  public void close() {
    address.close();
  }
}
