package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.TransferFixture.execute;
import static dev.taskstore.dialect.tck.TransferFixture.inTransaction;
import static dev.taskstore.dialect.tck.TransferFixture.support;
import static dev.taskstore.dialect.tck.numbers.schema.Tables.TICKETS;
import static dev.taskstore.dialect.tck.school.schema.Tables.COURSES;
import static dev.taskstore.dialect.tck.school.schema.Tables.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.RebuildableStructure;
import dev.taskstore.db.spi.SnapshotSharing;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import dev.taskstore.dialect.tck.school.NewCourse;
import dev.taskstore.dialect.tck.school.NewDepartment;
import dev.taskstore.dialect.tck.school.NewTeacher;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What copies and backups require of a dialect beyond reading and inserting rows. */
abstract class TransferSupportContract {

  private static final String NUMBERS = "dev/taskstore/dialect/tck/numbers/change-log/master.xml";

  private static final List<String> SCHOOL_TABLES =
      List.of(
          "departments",
          "teachers",
          "students",
          "courses",
          "course_teachers",
          "friendships",
          "enrollments",
          "exams",
          "order",
          "sightings");

  private final DialectFixture tck;

  TransferSupportContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static List<RebuildableStructure> structures(Database database, List<String> tables) {
    return inTransaction(database, connection -> support(database).rebuildable(connection, tables));
  }

  private static List<String> drops(List<RebuildableStructure> structures) {
    List<String> statements =
        new ArrayList<>(structures.stream().map(RebuildableStructure::dropSql).toList());
    Collections.reverse(statements);
    return statements;
  }

  private static List<String> creates(List<RebuildableStructure> structures) {
    return structures.stream().map(RebuildableStructure::createSql).toList();
  }

  private DatabaseState state(Database database) {
    return inTransaction(database, tck::state);
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void structuresThatAreDroppedAndBuiltAgainAreTheSame() {
    try (School school = new School(tck)) {
      Database database = school.database;
      DatabaseState before = state(database);
      List<RebuildableStructure> structures = structures(database, SCHOOL_TABLES);
      assertThat(structures).isNotEmpty();

      execute(database, drops(structures));
      assertThat(structures(database, SCHOOL_TABLES)).isEmpty();
      assertThat(before.structure())
          .hasSize(state(database).structure().size() + structures.size());
      execute(database, creates(structures));

      assertThat(state(database).structure()).isEqualTo(before.structure());
      assertThat(database.migrations().drift().isEmpty()).isTrue();
      assertThat(structures(database, SCHOOL_TABLES)).isEqualTo(structures);
    }
  }

  /** The schema of tasks has partial and descending indexes, with comments where there are any. */
  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void predicatesSortOrdersAndCommentsOfIndexesReturn() {
    try (TckDatabase target = tck.createMigrated();
        TaskDatabase store = tck.builder(target).open()) {
      Database database = store.database();
      List<String> tables = List.of("users", "tasks", "tags", "task_tags");
      DatabaseState before = state(database);
      List<RebuildableStructure> structures = structures(database, tables);

      execute(database, drops(structures));
      execute(database, creates(structures));

      assertThat(structures)
          .extracting(RebuildableStructure::name)
          .contains("ix_tasks_open_high_priority", "ix_task_tags_tag_id");
      assertThat(state(database).structure()).isEqualTo(before.structure());
      assertThat(database.migrations().drift().isEmpty()).isTrue();
    }
  }

  /** A foreign key of a table that is not copied still requires the key that it references. */
  @Test
  void structuresThatOtherTablesRequireRemain() {
    try (School school = new School(tck)) {
      Database database = school.database;
      school.departments.insert(NewDepartment.of("SCI", "Science"));

      execute(database, drops(structures(database, List.of("departments"))));

      school.courses.insert(NewCourse.of("SCI", "Optics"));
      assertThatThrownBy(() -> school.courses.insert(NewCourse.of("ART", "Colour")))
          .isInstanceOf(ForeignKeyViolationException.class);
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void anIndexThatIsBuiltAgainFindsTheDuplicatesOfTheLoad() {
    try (School school = new School(tck)) {
      Database database = school.database;
      List<RebuildableStructure> structures =
          structures(database, List.of("teachers")).stream()
              .filter(structure -> structure.name().equals("ux_teachers_badge"))
              .toList();
      assertThat(structures).hasSize(1);
      execute(database, drops(structures));
      school.teachers.insertAll(
          List.of(NewTeacher.of("a@example.com", 7), NewTeacher.of("b@example.com", 7)));

      assertThatThrownBy(() -> database.dsl().execute(structures.get(0).createSql()))
          .isInstanceOf(UniqueViolationException.class);
      database.dsl().deleteFrom(TEACHERS).execute();
      execute(database, creates(structures));
      school.teachers.insert(NewTeacher.of("a@example.com", 7));
      assertThatThrownBy(() -> school.teachers.insert(NewTeacher.of("b@example.com", 7)))
          .isInstanceOfSatisfying(
              UniqueViolationException.class,
              e -> assertThat(e.constraint()).isEqualTo("ux_teachers_badge"));
    }
  }

  /** A row can violate several constraints; the first one that was created is reported. */
  @Test
  void theSameConstraintIsReportedAfterwards() {
    try (School school = new School(tck)) {
      Database database = school.database;
      school.teachers.insert(NewTeacher.of("a@example.com", 7));
      String before = reported(school);

      List<RebuildableStructure> structures = structures(database, SCHOOL_TABLES);
      execute(database, drops(structures));
      execute(database, creates(structures));

      assertThat(reported(school)).isEqualTo(before);
      Optional<ConstraintInspector> inspector = database.dialect().constraintInspector();
      if (inspector.isPresent()) {
        List<List<String>> keys =
            inTransaction(
                database, connection -> inspector.get().uniqueKeys(connection, "teachers"));
        assertThat(keys).containsExactly(List.of("id"), List.of("email"), List.of("badge"));
      }
    }
  }

  private static String reported(School school) {
    try {
      school.teachers.insert(NewTeacher.of("a@example.com", 7));
      throw new AssertionError("The row is a duplicate");
    } catch (UniqueViolationException e) {
      return String.valueOf(e.constraint());
    }
  }

  private static void advance(Database database) {
    inTransaction(
        database,
        connection -> {
          support(database).advanceIdentity(connection, "tickets", "id");
          return connection;
        });
  }

  private static void insert(Database database, long id, String seat) {
    database
        .dsl()
        .insertInto(TICKETS)
        .columns(TICKETS.ID, TICKETS.SEAT, TICKETS.CREATED_AT, TICKETS.VERSION)
        .values(id, seat, Contract.START, 1L)
        .execute();
  }

  @Test
  void anAdvancedIdentityFollowsTheLargestKey() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, NUMBERS)) {
      TicketRepository tickets = new TicketRepository(database);
      advance(database);
      Ticket first = tickets.insert(NewTicket.of("1A"));
      assertThat(first.id()).isPositive();

      insert(database, 5_000, "2A");
      insert(database, 4_000, "2B");
      advance(database);
      advance(database);
      Ticket second = tickets.insert(NewTicket.of("3A"));
      assertThat(second.id()).isGreaterThan(5_000);

      tickets.delete(second);
      advance(database);
      assertThat(tickets.insert(NewTicket.of("3B")).id()).isGreaterThan(second.id());
    }
  }

  @Test
  void noNumberFollowsTheLargestOne() {
    try (TckDatabase target = tck.create();
        Database database = tck.open(target, NUMBERS)) {
      TicketRepository tickets = new TicketRepository(database);
      insert(database, Long.MAX_VALUE, "1A");

      advance(database);

      assertThatThrownBy(() -> tickets.insert(NewTicket.of("1B")))
          .isInstanceOf(DataAccessException.class);
      assertThat(tickets.getById(Long.MAX_VALUE).seat()).isEqualTo("1A");
      assertThat(tickets.count()).isEqualTo(1);
    }
  }

  @Test
  void aTransactionThatRequiresAllRowsAndDefersForeignKeysReadsAndWrites() {
    try (School school = new School(tck)) {
      school.database.transaction(
          tx -> {
            tx.dsl()
                .connection(
                    connection -> {
                      support(school.database).requireAllRows(connection);
                      support(school.database).deferForeignKeys(connection);
                    });
            school.course("Optics");
            assertThat(school.courses.count()).isEqualTo(1);
          });
      assertThat(school.courses.count()).isEqualTo(1);
    }
  }

  @Test
  void rowsAreReadWithoutIndexes() {
    try (School school = new School(tck)) {
      school.course("Optics");
      school.course("Waves");
      for (String table : SCHOOL_TABLES) {
        long counted = count(school.database, '"' + table + '"', "");
        assertThat(counted)
            .isEqualTo(school.database.dsl().fetchCount(DSL.table(DSL.quotedName(table))));
      }
      long waves = count(school.database, "\"courses\"", " WHERE \"courses\".title = 'Waves'");
      assertThat(waves).isEqualTo(1);
    }
  }

  private static long count(Database database, String quotedTable, String condition) {
    String source = support(database).withoutIndexes(quotedTable);
    return inTransaction(
        database, connection -> number(connection, "SELECT count(*) FROM " + source + condition));
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  @Requires(Capability.SNAPSHOT_SHARING)
  void severalConnectionsReadTheSameSnapshot() {
    TransactionOptions options =
        TransactionOptions.defaults().readOnly().isolation(IsolationLevel.REPEATABLE_READ);
    try (School school = new School(tck);
        Database other = school.reopen()) {
      SnapshotSharing sharing = support(other).snapshotSharing().orElseThrow();
      school.course("Optics");
      other.transaction(
          options,
          tx -> {
            String snapshot = tx.dsl().connectionResult(sharing::export);
            school.course("Waves");
            assertThat(tx.dsl().fetchCount(COURSES)).isEqualTo(1);
            try (Database third = school.reopen()) {
              third.transaction(
                  options,
                  worker -> {
                    worker.dsl().connection(connection -> sharing.use(connection, snapshot));
                    assertThat(worker.dsl().fetchCount(COURSES)).isEqualTo(1);
                  });
            }
          });
      assertThat(school.courses.count()).isEqualTo(2);
    }
  }
}
