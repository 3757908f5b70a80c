package dev.taskstore.db.internal.observation;

import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.DatabaseOperation.Kind;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations of a database, cached for the texts of statements. Thread-safe. */
final class StatementOperations {

  /** Texts with literals are different each time. */
  private static final int MAXIMUM_TEXTS = 2_000;

  private static final String BATCH = "BATCH ";

  private final String system;
  private final @Nullable String namespace;
  private final ConcurrentMap<String, DatabaseOperation> singles = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, DatabaseOperation> batches = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, DatabaseOperation> plain = new ConcurrentHashMap<>();

  StatementOperations(String system, @Nullable String namespace) {
    this.system = system;
    this.namespace = namespace;
  }

  /** Returns the operation of a statement that was built from parts. */
  DatabaseOperation single(String sql) {
    return cached(singles, sql, text -> structured(text, ""));
  }

  /** Returns the operation of such a statement in a batch. */
  DatabaseOperation batch(String sql) {
    return cached(batches, sql, text -> structured(text, BATCH));
  }

  /** Returns the operation of a statement whose text the application wrote. */
  DatabaseOperation plain(String sql) {
    return cached(plain, sql, text -> statement(null, null, QuerySummary.of(text).text()));
  }

  /** Returns another operation than a statement of SQL. */
  DatabaseOperation other(
      Kind kind, String name, @Nullable String table, boolean readOnly, int attempt) {
    String summary = table == null ? name : name + " " + table;
    return new DatabaseOperation(kind, system, namespace, name, table, summary, readOnly, attempt);
  }

  private static DatabaseOperation cached(
      ConcurrentMap<String, DatabaseOperation> known,
      String sql,
      Function<String, DatabaseOperation> creation) {
    DatabaseOperation operation = known.get(sql);
    if (operation == null) {
      operation = creation.apply(sql);
      if (known.size() < MAXIMUM_TEXTS) {
        known.put(sql, operation);
      }
    }
    return operation;
  }

  private DatabaseOperation structured(String sql, String prefix) {
    QuerySummary summary = QuerySummary.of(sql);
    List<String> tables = summary.tables();
    String name = summary.operation();
    return statement(
        name == null ? null : prefix + name,
        tables.size() == 1 ? tables.get(0) : null,
        prefix + summary.text());
  }

  private DatabaseOperation statement(
      @Nullable String name, @Nullable String table, String summary) {
    return new DatabaseOperation(Kind.STATEMENT, system, namespace, name, table, summary, false, 1);
  }
}
