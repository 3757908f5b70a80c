package dev.taskstore.bench.jdbi;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.DatabaseKind;
import dev.taskstore.bench.StoredForms;
import dev.taskstore.db.spi.ValueStorage;
import java.lang.reflect.Type;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Converts keys, times and enums for jdbi. */
final class StoredTypes {

  private StoredTypes() {}

  @FunctionalInterface
  private interface Setter<T> {
    void set(PreparedStatement statement, int position, T value) throws SQLException;
  }

  static void register(Jdbi jdbi, DatabaseKind kind) {
    ValueStorage forms = StoredForms.of(kind);
    jdbi.registerArgument(new Arguments<>(UUID.class, forms.uuidType(), forms::setUuid));
    jdbi.registerArgument(new Arguments<>(Instant.class, forms.instantType(), forms::setInstant));
    jdbi.registerArgument(
        new Arguments<>(
            TaskPriority.class,
            Types.VARCHAR,
            (statement, position, value) -> statement.setString(position, value.literal())));
    jdbi.registerArgument(
        new Arguments<>(
            TaskStatus.class,
            Types.VARCHAR,
            (statement, position, value) -> statement.setString(position, value.literal())));
    jdbi.registerColumnMapper(UUID.class, (row, column, context) -> forms.getUuid(row, column));
    jdbi.registerColumnMapper(
        Instant.class, (row, column, context) -> forms.getInstant(row, column));
    jdbi.registerColumnMapper(
        TaskPriority.class, (row, column, context) -> TaskPriority.of(row.getString(column)));
    jdbi.registerColumnMapper(
        TaskStatus.class, (row, column, context) -> TaskStatus.of(row.getString(column)));
  }

  /** Creates arguments of one type. */
  private record Arguments<T>(Class<T> handled, int nullType, Setter<T> setter)
      implements ArgumentFactory.Preparable {

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry configuration) {
      return handled.equals(type) ? Optional.of(this::argument) : Optional.empty();
    }

    private Argument argument(Object value) {
      return value == null
          ? new NullArgument(nullType)
          : (position, statement, context) -> setter.set(statement, position, handled.cast(value));
    }
  }
}
