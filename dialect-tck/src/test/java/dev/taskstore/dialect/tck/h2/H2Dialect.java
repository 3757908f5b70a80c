package dev.taskstore.dialect.tck.h2;

import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.TransferSupport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.SQLDialect;

/** The smallest dialect: everything else has a default. */
final class H2Dialect implements Dialect {

  private static final Pattern CONSTRAINT = Pattern.compile("\"(?:public\\.)?(\\w+)");
  private static final Pattern COLUMN = Pattern.compile("column \"(\\w+)\"");

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public SQLDialect jooqDialect() {
    return SQLDialect.H2;
  }

  @Override
  public FailureClassifier failures() {
    return H2Dialect::classify;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.ONE_SNAPSHOT, Capability.ORDERED_LOCKS, Capability.CONSTRAINT_ORDER);
  }

  /** Text bound to H2's JSON type would become a JSON string; intervals are not microseconds. */
  @Override
  public Map<String, String> changelogParameters() {
    return Map.of("type.json", "varchar", "type.duration", "bigint");
  }

  @Override
  public StatementTraits statementTraits() {
    return new StatementTraits() {
      @Override
      public boolean nestsComments() {
        return true;
      }

      @Override
      public <T> Field<T> upsertParameter(Field<T> parameter, Field<T> column) {
        return parameter.cast(column);
      }
    };
  }

  /** Explicit values do not advance an identity. */
  @Override
  public TransferSupport transfer() {
    return new TransferSupport() {
      @Override
      public void advanceIdentity(Connection connection, String table, String column)
          throws SQLException {
        long next =
            number(
                connection,
                "SELECT identity_base FROM information_schema.columns WHERE table_name = '%s' AND"
                    + " column_name = '%s'",
                table,
                column);
        long largest = number(connection, "SELECT max(\"%2$s\") FROM \"%1$s\"", table, column);
        if (largest >= next) {
          TransactionControl.execute(
              connection,
              "ALTER TABLE \"%s\" ALTER COLUMN \"%s\" RESTART WITH %d"
                  .formatted(table, column, Math.max(largest, largest + 1)));
        }
      }
    };
  }

  private static long number(Connection connection, String query, String table, String column)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query.formatted(table, column))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Classification classify(SQLException exception) {
    String state = String.valueOf(exception.getSQLState());
    return switch (state) {
      case "23505" -> named(FailureKind.UNIQUE, exception);
      case "23503", "23506" -> named(FailureKind.FOREIGN_KEY, exception);
      case "23513", "23514" -> named(FailureKind.CHECK, exception);
      case "23502" ->
          new Classification(
              FailureKind.NOT_NULL, null, null, List.of(first(COLUMN, exception)), null);
      case "22001", "22003" -> Classification.of(FailureKind.INVALID_VALUE, null);
      case "40001", "HYT00" -> Classification.of(FailureKind.TRANSIENT, null);
      case "42S02", "42S22" -> Classification.of(FailureKind.SCHEMA, beforeStatement(exception));
      case "28000" ->
          Classification.of(FailureKind.OPEN, "the credentials are wrong. Check user and password");
      default -> Classification.of(FailureKind.OTHER, "SQLState " + state);
    };
  }

  private static Classification named(FailureKind kind, SQLException exception) {
    return new Classification(kind, first(CONSTRAINT, exception), null, List.of(), null);
  }

  /** H2 adds the whole statement to what it says. */
  private static String beforeStatement(SQLException exception) {
    String message = String.valueOf(exception.getMessage());
    int end = message.indexOf(';');
    return end < 0 ? message : message.substring(0, end);
  }

  private static String first(Pattern pattern, SQLException exception) {
    Matcher matcher = pattern.matcher(exception.getMessage());
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
