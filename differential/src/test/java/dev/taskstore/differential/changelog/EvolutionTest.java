package dev.taskstore.differential.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.codegen.SchemaOptions;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recipes of docs/evolve-a-schema.md, on both databases with rows: structure and contents
 * before and after, the old application between the steps, and the rollback.
 */
class EvolutionTest {

  private static final Pattern UUID_4 =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private static final String OLD_ROWS =
      """
      customers
        city=Athens, id=3, joined=2024-02-29, name=Plato, points=2147483647, street=null
        city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, points=7, street=St James's Square
        city=null, id=2, joined=1906-12-09, name=Grace Hopper, points=0, street=null
      orders
        customer_id=1, id=1, note=first
        customer_id=1, id=2, note=null
        customer_id=3, id=3, note=last""";

  /** A row that the old application inserts between the steps. */
  private static final String LATE_ROW =
      "city=Paris, id=4, joined=1960-01-01, name=Emmy Noether, points=1, street=null";

  private static final String ORDERS =
      "orders: customer_id Long, id Long, note String?; pk_orders; fk_orders_customer_id";

  /**
   * A recipe.
   *
   * @param files the changelog files, one for each step
   * @param structure the tables afterwards
   * @param rows the rows of the first table afterwards; with those of the old application that runs
   *     between two steps
   * @param restored the changes to the old rows after the rollback
   */
  record Recipe(List<String> files, String structure, String rows, Map<String, String> restored) {

    static Recipe of(List<String> files, String structure, String rows) {
      return new Recipe(files, structure, rows, Map.of());
    }

    @Override
    public String toString() {
      return files.toString();
    }
  }

  @TempDir static Path directory;
  private static TckDatabase generator;
  private static EvolvedSchema old;

  @BeforeAll
  static void generateTheOldVersion() throws Exception {
    generator = PostgresServer.shared().newDatabase("");
    old = schema("old", List.of());
    assertThat(old.leftOut()).isEmpty();
  }

  @AfterAll
  static void close() throws Exception {
    old.close();
    generator.close();
  }

  private static EvolvedSchema schema(String name, List<String> files) throws Exception {
    List<String> all = new ArrayList<>(List.of("base"));
    all.addAll(files);
    return EvolvedSchema.of(
        all,
        Files.createDirectories(directory.resolve(name)),
        new SchemaOptions.PostgresServer(generator.url(), generator.user(), generator.password()));
  }

  /** Every build runs every third recipe; the long tests, all of them. */
  static List<Recipe> recipes() {
    List<Recipe> all = all();
    int stride = Boolean.getBoolean("taskstore.evolution.everyRecipe") ? 1 : 3;
    return IntStream.range(0, all.size())
        .filter(number -> number % stride == stride - 1)
        .mapToObj(all::get)
        .toList();
  }

  private static List<Recipe> all() {
    return List.of(
        Recipe.of(
            List.of("add-column"),
            """
            customers: city String?, id Long, joined String, level CustomerLevel, name String, nickname String?, points Integer, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, id=3, joined=2024-02-29, level=BASIC, name=Plato, nickname=null, points=2147483647, street=null
            city=London, id=1, joined=1815-12-10, level=BASIC, name=Ada King Lovelace, nickname=null, points=7, street=St James's Square
            city=null, id=2, joined=1906-12-09, level=BASIC, name=Grace Hopper, nickname=null, points=0, street=null
            """),
        Recipe.of(
            List.of("rename-column"),
            """
            customers: city String?, full_name String, id Long, joined String, points Integer, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, full_name=Plato, id=3, joined=2024-02-29, points=2147483647, street=null
            city=London, full_name=Ada King Lovelace, id=1, joined=1815-12-10, points=7, street=St James's Square
            city=null, full_name=Grace Hopper, id=2, joined=1906-12-09, points=0, street=null
            """),
        Recipe.of(
            List.of("rename-column-expand", "rename-column-contract"),
            """
            customers: city String?, full_name String, id Long, joined String, points Integer, street String?; pk_customers, uq_customers_full_name
            """
                + ORDERS,
            """
            city=Athens, full_name=Plato, id=3, joined=2024-02-29, points=2147483647, street=null
            city=London, full_name=Ada King Lovelace, id=1, joined=1815-12-10, points=7, street=St James's Square
            city=Paris, full_name=Emmy Noether, id=4, joined=1960-01-01, points=1, street=null
            city=null, full_name=Grace Hopper, id=2, joined=1906-12-09, points=0, street=null
            """),
        Recipe.of(
            List.of("split-column-expand", "split-column-contract"),
            """
            customers: city String?, first_name String, id Long, joined String, last_name String, points Integer, street String?; pk_customers
            """
                + ORDERS,
            """
            city=Athens, first_name=, id=3, joined=2024-02-29, last_name=Plato, points=2147483647, street=null
            city=London, first_name=Ada, id=1, joined=1815-12-10, last_name=King Lovelace, points=7, street=St James's Square
            city=Paris, first_name=Emmy, id=4, joined=1960-01-01, last_name=Noether, points=1, street=null
            city=null, first_name=Grace, id=2, joined=1906-12-09, last_name=Hopper, points=0, street=null
            """),
        Recipe.of(
            List.of("split-table-expand", "split-table-contract"),
            """
            addresses: city String, customer_id Long, street String?; pk_addresses; fk_addresses_customer_id
            customers: id Long, joined String, name String, points Integer; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, customer_id=3, street=null
            city=London, customer_id=1, street=St James's Square
            city=Paris, customer_id=4, street=null
            """),
        Recipe.of(
            List.of("not-null"),
            """
            customers: city String, id Long, joined String, name String, points Integer, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=, id=2, joined=1906-12-09, name=Grace Hopper, points=0, street=null
            city=Athens, id=3, joined=2024-02-29, name=Plato, points=2147483647, street=null
            city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, points=7, street=St James's Square
            """),
        Recipe.of(
            List.of("widen-type"),
            """
            customers: city String?, id Long, joined String, name String, points Long, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, id=3, joined=2024-02-29, name=Plato, points=2147483647, street=null
            city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, points=7, street=St James's Square
            city=null, id=2, joined=1906-12-09, name=Grace Hopper, points=0, street=null
            """),
        Recipe.of(
            List.of("change-type-expand", "change-type-contract"),
            """
            customers: city String?, id Long, joined_on LocalDate, name String, points Integer, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, id=3, joined_on=2024-02-29, name=Plato, points=2147483647, street=null
            city=London, id=1, joined_on=1815-12-10, name=Ada King Lovelace, points=7, street=St James's Square
            city=Paris, id=4, joined_on=1960-01-01, name=Emmy Noether, points=1, street=null
            city=null, id=2, joined_on=1906-12-09, name=Grace Hopper, points=0, street=null
            """),
        Recipe.of(
            List.of("uuid-keys"),
            """
            customers: city String?, id Long, joined String, name String, points Integer, street String?, uuid UUID; pk_customers, uq_customers_name, uq_customers_uuid
            """
                + ORDERS,
            """
            city=Athens, id=3, joined=2024-02-29, name=Plato, points=2147483647, street=null, uuid=UUID
            city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, points=7, street=St James's Square, uuid=UUID
            city=null, id=2, joined=1906-12-09, name=Grace Hopper, points=0, street=null, uuid=UUID
            """),
        new Recipe(
            List.of("drop-column-expand", "drop-column-contract"),
            """
            customers: city String?, id Long, joined String, name String, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, id=3, joined=2024-02-29, name=Plato, street=null
            city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, street=St James's Square
            city=Paris, id=4, joined=1960-01-01, name=Emmy Noether, street=null
            city=null, id=2, joined=1906-12-09, name=Grace Hopper, street=null
            """,
            Map.of("points=\\d+", "points=0")),
        Recipe.of(
            List.of("lock-timeout"),
            """
            customers: city String?, id Long, joined String, name String, phone String?, points Integer, street String?; pk_customers, uq_customers_name
            """
                + ORDERS,
            """
            city=Athens, id=3, joined=2024-02-29, name=Plato, phone=null, points=2147483647, street=null
            city=London, id=1, joined=1815-12-10, name=Ada King Lovelace, phone=null, points=7, street=St James's Square
            city=null, id=2, joined=1906-12-09, name=Grace Hopper, phone=null, points=0, street=null
            """));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void aRecipeKeepsTheRowsOnBothDatabasesAndCanBeRolledBack(Recipe recipe) throws Exception {
    List<EvolvedSchema> steps = new ArrayList<>();
    try {
      for (int i = 1; i <= recipe.files().size(); i++) {
        List<String> files = recipe.files().subList(0, i);
        steps.add(schema(String.join("-and-", files), files));
      }
      EvolvedSchema last = steps.get(steps.size() - 1);
      assertThat(last.leftOut()).isEmpty();
      assertThat(last.structure()).isEqualTo(recipe.structure());
      try (TckDatabase server =
          PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'")) {
        run(recipe, steps, builder -> at(builder, server));
      }
      Path file = directory.resolve(String.join("-", recipe.files()) + ".db");
      run(recipe, steps, builder -> builder.url("jdbc:sqlite:" + file));
    } finally {
      for (EvolvedSchema step : steps) {
        step.close();
      }
    }
  }

  private interface Place {
    Database.Builder of(Database.Builder builder);
  }

  private static Database.Builder at(Database.Builder builder, TckDatabase server) {
    return builder.url(server.url()).credentials(server.user(), server.password());
  }

  private static void run(Recipe recipe, List<EvolvedSchema> steps, Place place) throws Exception {
    boolean isInSteps = steps.size() > 1;
    EvolvedSchema last = steps.get(steps.size() - 1);
    try (Database database = place.of(old.builder()).open()) {
      fill(database);
      assertThat(old.rows(database)).isEqualTo(OLD_ROWS);
    }
    for (int i = 0; i < steps.size(); i++) {
      try (Database database = place.of(steps.get(i).builder()).open()) {
        assertThat(database.migrations().drift().differences()).isEmpty();
      }
      if (i < steps.size() - 1) {
        runTheOldApplication(place);
      }
    }
    try (Database database = place.of(last.builder()).open()) {
      String rows = last.rows(database);
      String table = rows.lines().findFirst().orElseThrow();
      assertThat(UUID_4.matcher(rows).replaceAll("UUID"))
          .startsWith(table + "\n" + recipe.rows().stripTrailing().indent(2).stripTrailing());
      assertThat(UUID_4.matcher(rows).results().map(found -> found.group()))
          .doesNotHaveDuplicates();
      database.migrations().rollbackTo("base");
    }
    try (Database database = place.of(old.builder()).migrationMode(MigrationMode.VALIDATE).open()) {
      assertThat(database.migrations().drift().differences()).isEmpty();
      String expected =
          isInSteps ? OLD_ROWS.replace("  city=null", "  " + LATE_ROW + "\n  city=null") : OLD_ROWS;
      for (Map.Entry<String, String> change : recipe.restored().entrySet()) {
        expected = expected.replaceAll(change.getKey(), change.getValue());
      }
      assertThat(old.rows(database)).isEqualTo(expected);
    }
  }

  /** The version before the first step reads and inserts rows after it. */
  private static void runTheOldApplication(Place place) throws Exception {
    try (Database database = place.of(old.builder()).open()) {
      assertThat(old.rows(database)).isEqualTo(OLD_ROWS);
      insert(database, "customers", "Emmy Noether", "Paris", null, 1, "1960-01-01");
    }
  }

  private static void fill(Database database) throws Exception {
    insert(
        database, "customers", "Ada King Lovelace", "London", "St James's Square", 7, "1815-12-10");
    insert(database, "customers", "Grace Hopper", null, null, 0, "1906-12-09");
    insert(database, "customers", "Plato", "Athens", null, Integer.MAX_VALUE, "2024-02-29");
    insert(database, "orders", 1L, "first");
    insert(database, "orders", 1L, null);
    insert(database, "orders", 3L, "last");
  }

  /** Inserts a row with values for all columns but the identity, in the order of the table. */
  private static void insert(Database database, String name, Object... values) throws Exception {
    Table<?> table = old.table(name);
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(table.field(i + 1), values[i]);
    }
    assertThat(database.dsl().insertInto(table).set(row).execute()).isEqualTo(1);
  }

  @Test
  void onPostgresqlALockTimeoutEndsAMigrationThatWouldBlockTheApplication() throws Exception {
    try (EvolvedSchema evolved = schema("blocked", List.of("lock-timeout"));
        TckDatabase server = PostgresServer.shared().newDatabase("")) {
      try (Database database = at(old.builder(), server).open()) {
        fill(database);
      }
      try (Connection reader =
              DriverManager.getConnection(server.url(), server.user(), server.password());
          Statement statement = reader.createStatement()) {
        reader.setAutoCommit(false);
        statement.executeQuery("SELECT count(*) FROM customers").close();

        assertThatThrownBy(() -> at(evolved.builder(), server).open())
            .isInstanceOf(MigrationException.class)
            .hasCauseInstanceOf(TransientFailureException.class)
            .hasMessageContaining("customers-phone");

        reader.rollback();
      }
      try (Database database =
          at(old.builder(), server).migrationMode(MigrationMode.VALIDATE).open()) {
        assertThat(old.rows(database)).isEqualTo(OLD_ROWS);
      }
      try (Database database = at(evolved.builder(), server).open()) {
        assertThat(evolved.rows(database)).contains("phone=null");
      }
    }
  }
}
