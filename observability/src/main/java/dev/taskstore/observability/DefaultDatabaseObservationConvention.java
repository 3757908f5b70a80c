package dev.taskstore.observability;

import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.DatabaseOperation.Kind;
import dev.taskstore.db.observation.OperationFailure;
import dev.taskstore.db.observation.OperationResult;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names of OpenTelemetry's semantic conventions for database clients, version 1.43, and names that
 * start with {@code taskstore} for what these conventions do not contain. A value that is absent is
 * {@code none}, so that all meters of a name have the same tags. Immutable and thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/db/">Semantic conventions for database
 *     calls</a>
 */
public class DefaultDatabaseObservationConvention implements DatabaseObservationConvention {

  /** The name of the observation, timer and metric of a statement. */
  public static final String STATEMENT = "db.client.operation.duration";

  /** The name of the observation and timer of a wait for a connection. */
  public static final String CONNECTION = "db.client.connection.wait_time";

  /** The name of the observation and timer of an attempt of a transaction. */
  public static final String TRANSACTION = "taskstore.transaction";

  /** The name of the observation and timer of the pause before a retry. */
  public static final String RETRY = "taskstore.retry";

  /** The name of the observation and timer of a bulk load. */
  public static final String BULK_LOAD = "taskstore.bulk_load";

  /** The name of the observation and timer of a migration. */
  public static final String MIGRATION = "taskstore.migration";

  /** Creates the convention. */
  public DefaultDatabaseObservationConvention() {}

  @Override
  public String name(Kind kind) {
    return switch (kind) {
      case STATEMENT -> STATEMENT;
      case CONNECTION -> CONNECTION;
      case TRANSACTION -> TRANSACTION;
      case RETRY -> RETRY;
      case BULK_LOAD -> BULK_LOAD;
      case MIGRATION -> MIGRATION;
    };
  }

  /** Returns the summary of the operation, which is the name of its span. */
  @Override
  public String getContextualName(DatabaseObservationContext context) {
    return context.operation().summary();
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(DatabaseObservationContext context) {
    DatabaseOperation operation = context.operation();
    OperationResult result = context.result();
    OperationFailure failure = context.failure();
    List<KeyValue> values = new ArrayList<>();
    values.add(KeyValue.of("db.system.name", operation.system()));
    values.add(value("db.namespace", operation.namespace()));
    if (operation.kind() != Kind.RETRY) {
      values.add(value("error.type", failure == null ? null : failure.type().getName()));
    }
    switch (operation.kind()) {
      case STATEMENT, BULK_LOAD -> {
        values.add(value("db.collection.name", operation.table()));
        values.add(value("db.operation.name", operation.name()));
        values.add(KeyValue.of("db.query.summary", operation.summary()));
        values.add(statusCode(failure));
        values.add(value("taskstore.constraint", failure == null ? null : failure.constraint()));
      }
      case TRANSACTION -> {
        values.add(KeyValue.of("taskstore.attempt", Integer.toString(operation.attempt())));
        values.add(value("taskstore.outcome", result == null ? null : outcome(result)));
        values.add(KeyValue.of("taskstore.read_only", Boolean.toString(operation.readOnly())));
        values.add(statusCode(failure));
      }
      case RETRY -> {
        values.add(KeyValue.of("taskstore.attempt", Integer.toString(operation.attempt())));
        values.add(statusCode(failure));
      }
      case CONNECTION ->
          values.add(KeyValue.of("taskstore.read_only", Boolean.toString(operation.readOnly())));
      case MIGRATION -> values.add(value("db.operation.name", operation.name()));
    }
    return KeyValues.of(values);
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(DatabaseObservationContext context) {
    OperationResult result = context.result();
    if (result == null) {
      return KeyValues.empty();
    }
    List<KeyValue> values = new ArrayList<>();
    String name =
        context.operation().kind() == Kind.MIGRATION ? "taskstore.changesets" : "taskstore.rows";
    result.count().ifPresent(count -> values.add(KeyValue.of(name, Long.toString(count))));
    result
        .batchSize()
        .ifPresent(size -> values.add(KeyValue.of("db.operation.batch.size", Long.toString(size))));
    return KeyValues.of(values);
  }

  private static KeyValue statusCode(@Nullable OperationFailure failure) {
    return value("db.response.status_code", failure == null ? null : failure.statusCode());
  }

  private static @Nullable String outcome(OperationResult result) {
    TransactionOutcome outcome = result.outcome();
    return outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT);
  }

  private static KeyValue value(String key, @Nullable String value) {
    return KeyValue.of(key, value == null ? KeyValue.NONE_VALUE : value);
  }
}
