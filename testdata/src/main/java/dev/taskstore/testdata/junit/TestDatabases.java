package dev.taskstore.testdata.junit;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.testdata.TestData;
import dev.taskstore.testdata.schema.SchemaData;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The databases of a run of tests: a migrated template for each kind, and copies of it. Closing
 * removes all of them. Thread-safe.
 */
final class TestDatabases implements AutoCloseable {

  /** Calls a supplier once, also if several threads need its result. */
  private static final class Once<T> {

    private final Supplier<T> supplier;
    private @Nullable T result;

    Once(Supplier<T> supplier) {
      this.supplier = supplier;
    }

    synchronized T get() {
      T known = result;
      if (known == null) {
        known = supplier.get();
        result = known;
      }
      return known;
    }

    synchronized Optional<T> known() {
      return Optional.ofNullable(result);
    }
  }

  private final Once<DatabaseHost> sqlite;
  private final Once<DatabaseHost> postgres;
  private final Map<Template, Once<Location>> templates = new ConcurrentHashMap<>();

  /**
   * Creates no database yet.
   *
   * @param temporaryFolder the folder of SQLite files
   * @param settings returns the value of a setting
   */
  TestDatabases(Path temporaryFolder, Function<String, Optional<String>> settings) {
    sqlite = new Once<>(() -> new SqliteHost(temporaryFolder));
    postgres = new Once<>(() -> new PostgresHost(PostgresServer.of(settings)));
  }

  /** Returns a copy of a template. */
  Location copyOf(Template template) {
    DatabaseHost host = host(template.dialect());
    Location original =
        templates.computeIfAbsent(template, key -> new Once<>(() -> create(host, key))).get();
    return host.copyOf(original);
  }

  /** Removes a copy. */
  void remove(Template template, Location copy) {
    host(template.dialect()).remove(copy);
  }

  private DatabaseHost host(TestDialect dialect) {
    return dialect == TestDialect.SQLITE ? sqlite.get() : postgres.get();
  }

  private static Location create(DatabaseHost host, Template template) {
    Location location = host.create();
    try (Database database =
        location
            .connect(Database.builder())
            .changelog(template.changelog(), template.loader())
            .contexts(template.contexts().toArray(String[]::new))
            .open()) {
      Template.Rows rows = template.rows();
      if (rows != null) {
        SchemaData.of(schema(rows.schema())).seed(rows.seed()).rows(rows.rows()).load(database);
      }
    }
    Template.Tasks tasks = template.tasks();
    if (tasks != null) {
      loadTasks(location, tasks);
    }
    return location;
  }

  private static void loadTasks(Location location, Template.Tasks tasks) {
    TestData data = TestData.seed(tasks.seed()).tasks(tasks.tasks());
    data = tasks.users() < 0 ? data : data.users(tasks.users());
    data = tasks.tags() < 0 ? data : data.tags(tasks.tags());
    try (TaskStore store = location.connect(TaskStore.builder()).open()) {
      data.load(store);
    }
  }

  /** Returns the only instance of a generated schema. */
  private static Schema schema(Class<? extends Schema> type) {
    try {
      for (Field field : type.getFields()) {
        if (field.getType() == type) {
          return Objects.requireNonNull(type.cast(field.get(null)), field.getName());
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The schema " + type.getName() + " is not accessible.", e);
    }
    throw new IllegalStateException(
        type.getName() + " is not a generated schema: it has no constant of its own type.");
  }

  @Override
  public void close() {
    try (DatabaseHost files = sqlite.known().orElse(null);
        DatabaseHost server = postgres.known().orElse(null)) {
      templates.clear();
    }
  }
}
