package dev.taskstore.testdata.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.dialect.tck.school.schema.Tables;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.testdata.Databases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaDataTest {

  /** Schemas with changelogs. */
  enum Example {
    TASKS(DefaultSchema.DEFAULT_SCHEMA, TaskStore.CHANGELOG),
    SCHOOL(
        dev.taskstore.dialect.tck.school.schema.DefaultSchema.DEFAULT_SCHEMA,
        "dev/taskstore/dialect/tck/school/change-log/master.xml"),
    VALUES(
        dev.taskstore.dialect.tck.values.schema.DefaultSchema.DEFAULT_SCHEMA,
        "dev/taskstore/dialect/tck/values/change-log/master.xml"),
    NUMBERS(
        dev.taskstore.dialect.tck.numbers.schema.DefaultSchema.DEFAULT_SCHEMA,
        "dev/taskstore/dialect/tck/numbers/change-log/master.xml"),
    BOOKSHOP(
        dev.taskstore.testdata.bookshop.schema.DefaultSchema.DEFAULT_SCHEMA,
        "bookshop/change-log/master.xml"),
    TANGLED(
        dev.taskstore.testdata.tangled.schema.DefaultSchema.DEFAULT_SCHEMA,
        "dev/taskstore/testdata/tangled/change-log/master.xml");

    final Schema schema;
    private final String changelog;

    Example(Schema schema, String changelog) {
      this.schema = schema;
      this.changelog = changelog;
    }

    Database open(String url) {
      return Database.open(url, changelog);
    }

    String sqlite(Path folder) {
      return Databases.sqlite(folder, changelog);
    }

    String postgres() {
      return Databases.postgres(changelog);
    }

    List<String> both(Path folder) {
      return List.of(sqlite(folder), postgres());
    }
  }

  @TempDir private Path folder;

  private static Map<String, String> load(String url, Example example, SchemaData data) {
    try (Database database = example.open(url)) {
      Map<String, Long> counts = data.load(database);
      assertThat(database.checkIntegrity(example.schema, 10).violations()).isEmpty();
      Map<String, String> digests = Databases.digests(database, example.schema);
      Map<String, Long> stored = new LinkedHashMap<>();
      digests.forEach((table, digest) -> stored.put(table, Long.valueOf(digest.split(" ", 2)[0])));
      assertThat(counts).containsExactlyInAnyOrderEntriesOf(stored);
      return digests;
    }
  }

  private Map<String, String> onBoth(Example example, SchemaData data) {
    Map<String, String> onSqlite = load(example.sqlite(folder), example, data);
    Map<String, String> onPostgres = load(example.postgres(), example, data);
    assertThat(onSqlite).isEqualTo(onPostgres);
    return onSqlite;
  }

  @ParameterizedTest
  @EnumSource
  void everySchemaIsFilledWithTheSameRowsOnBothDatabases(Example example) {
    for (int rows : new int[] {0, 1, 200}) {
      SchemaData data = SchemaData.of(example.schema).seed(7).rows(rows);

      Map<String, String> digests = onBoth(example, data);

      assertThat(digests.values())
          .allSatisfy(
              digest ->
                  assertThat(Long.parseLong(digest.split(" ", 2)[0]))
                      .isBetween(rows > 0 ? 1L : 0L, (long) rows));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anotherSeedGivesOtherRows(Example example) {
    SchemaData data = SchemaData.of(example.schema).rows(50);
    Map<String, String> one = load(example.sqlite(folder), example, data.seed(1));
    Map<String, String> again = load(example.sqlite(folder), example, data.seed(1));
    Map<String, String> other = load(example.sqlite(folder), example, data.seed(2));

    assertThat(again).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void keysThatAllowFewRowsLimitTheTable() {
    Map<String, String> values = onBoth(Example.VALUES, SchemaData.of(Example.VALUES.schema));
    Map<String, String> shop = onBoth(Example.BOOKSHOP, SchemaData.of(Example.BOOKSHOP.schema));

    assertThat(values.get("boolean_values")).startsWith("2 ");
    assertThat(values.get("integer_values")).startsWith("100 ");
    assertThat(shop.get("opening_hours")).startsWith("7 ");
    assertThat(shop.get("books")).startsWith("100 ");
  }

  @Test
  void theNumberOfRowsOfOneTableIsSet() {
    SchemaData data = SchemaData.of(Example.SCHOOL.schema).rows(10).rows(Tables.STUDENTS, 500);

    assertThat(onBoth(Example.SCHOOL, data).get("students")).startsWith("500 ");
  }

  @Test
  void rowsThatExistRemainAndTheirKeysAreNotRepeated() {
    SchemaData data = SchemaData.of(Example.SCHOOL.schema).rows(5);
    List<Map<String, String>> states = new ArrayList<>();
    for (String url : Example.SCHOOL.both(folder)) {
      try (Database database = Example.SCHOOL.open(url)) {
        data.load(database);
        data.load(database);

        assertThat(database.dsl().fetchCount(Tables.DEPARTMENTS)).isEqualTo(10);
        assertThat(database.dsl().fetchCount(Tables.STUDENTS)).isEqualTo(10);
        assertThat(database.checkIntegrity(Example.SCHOOL.schema, 10).violations()).isEmpty();
        states.add(Databases.digests(database, Example.SCHOOL.schema));
      }
    }

    assertThat(states.get(1)).isEqualTo(states.get(0));
  }

  @Test
  void aGeneratorSuppliesTheValuesOfAColumn() {
    SchemaData data =
        SchemaData.of(Example.SCHOOL.schema)
            .rows(20)
            .column(Tables.STUDENTS.NAME, random -> "Student " + random.nextInt(10));
    try (Database database = Example.SCHOOL.open(Example.SCHOOL.sqlite(folder))) {
      data.load(database);

      assertThat(database.dsl().select(Tables.STUDENTS.NAME).from(Tables.STUDENTS).fetch(0))
          .hasSize(20)
          .allSatisfy(name -> assertThat((String) name).matches("Student [0-9]"));
    }
  }

  @Test
  void aGeneratorThatBreaksACheckIsReportedByTheNameOfTheCheck() {
    SchemaData data =
        SchemaData.of(Example.SCHOOL.schema).column(Tables.STUDENTS.NAME, random -> "");
    try (Database database = Example.SCHOOL.open(Example.SCHOOL.sqlite(folder))) {
      assertThatThrownBy(() -> data.load(database))
          .isInstanceOfSatisfying(
              UnsatisfiableConstraintException.class,
              e -> assertThat(e.constraint()).isEqualTo("ck_students_name_length"))
          .hasMessageContaining("ck_students_name_length")
          .hasMessageContaining("students.name")
          .hasMessageContaining("column(...)");
      assertThat(database.dsl().fetchCount(Tables.DEPARTMENTS)).isZero();
    }
  }

  @Test
  void aGeneratorWithTooFewValuesIsReportedByTheNameOfTheKey() {
    SchemaData data =
        SchemaData.of(Example.SCHOOL.schema).column(Tables.STUDENTS.NUMBER, random -> 7L);
    try (Database database = Example.SCHOOL.open(Example.SCHOOL.sqlite(folder))) {
      assertThatThrownBy(() -> data.load(database))
          .isInstanceOf(UnsatisfiableConstraintException.class)
          .hasMessageContaining("uq_students_number");
    }
  }

  @Test
  void aGeneratorWithAnInvalidValueIsRefused() {
    SchemaData data =
        SchemaData.of(Example.SCHOOL.schema).column(Tables.STUDENTS.NAME, random -> "\0");
    try (Database database = Example.SCHOOL.open(Example.SCHOOL.sqlite(folder))) {
      assertThatThrownBy(() -> data.load(database))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("students.name");
    }
  }

  @Test
  void tablesThatReferenceEachOtherAreFilled() {
    for (String url : Example.TANGLED.both(folder)) {
      try (Database database = Example.TANGLED.open(url)) {
        SchemaData.of(Example.TANGLED.schema).rows(200).load(database);
        var teams = dev.taskstore.testdata.tangled.schema.Tables.TEAMS;

        List<UUID> leaders =
            database
                .dsl()
                .select(teams.LEADER_ID)
                .from(teams)
                .where(teams.LEADER_ID.isNotNull())
                .fetch(teams.LEADER_ID);

        assertThat(leaders).hasSizeBetween(120, 190).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aCheckThatIsNeverTrueIsReported() {
    SchemaData data =
        SchemaData.of(Example.TANGLED.schema)
            .rows(10)
            .column(
                dev.taskstore.testdata.tangled.schema.Tables.MEASUREMENTS.UNIT, random -> "Kelvin");
    for (String url : Example.TANGLED.both(folder)) {
      try (Database database = Example.TANGLED.open(url)) {
        assertThatThrownBy(() -> data.load(database))
            .isInstanceOf(UnsatisfiableConstraintException.class)
            .hasMessageContaining("ck_measurements_unit_lower");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void identitiesContinueBehindTheGeneratedRows(int database) {
    String url = database == 0 ? Example.NUMBERS.sqlite(folder) : Example.NUMBERS.postgres();
    try (Database opened = Example.NUMBERS.open(url)) {
      SchemaData.of(Example.NUMBERS.schema).rows(30).load(opened);

      opened.dsl().execute("INSERT INTO tokens DEFAULT VALUES");

      assertThat(
              opened
                  .dsl()
                  .select(DSL.max(DSL.field("id", Long.class)))
                  .from("tokens")
                  .fetchOne(0, long.class))
          .isEqualTo(31);
    }
  }
}
