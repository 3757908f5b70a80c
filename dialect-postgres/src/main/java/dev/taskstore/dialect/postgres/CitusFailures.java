package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.util.ServerErrorMessage;

/**
 * Classifies the failures of distributed tables. Citus passes the message of the server that has
 * the shard, without the fields for names, and a shard and its constraints have the name of the
 * distributed table and its constraints with an underscore and the number of the shard. Messages
 * are in the language of {@code lc_messages}; only English ones are read.
 *
 * @see <a href="https://docs.citusdata.com/en/stable/get_started/concepts.html#shards">Citus:
 *     Shards</a>
 */
final class CitusFailures {

  private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
  private static final Pattern TABLE = Pattern.compile("(?:table|relation) \"([^\"]+)\"");
  private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");

  private static final Map<String, FailureKind> VIOLATIONS =
      Map.of(
          "duplicate key value violates unique constraint", FailureKind.UNIQUE,
          "violates foreign key constraint", FailureKind.FOREIGN_KEY,
          "violates not-null constraint", FailureKind.NOT_NULL,
          "violates check constraint", FailureKind.CHECK);

  /** The function of Citus that reports the failure of a shard to COPY. */
  private static final String COPIES_ROWS = "ReportCopyError";

  private static final String COPY_FAILED =
      "a server of Citus refused the rows. Its reason is omitted, because it can contain values; the"
          + " log of the server contains it";

  /** Numbers of shards begin with 102008. */
  private static final Pattern SHARD = Pattern.compile("_\\d{6,}$");

  private CitusFailures() {}

  static Classification classify(SQLException exception) {
    Classification classification = PostgresFailures.classify(exception);
    ServerErrorMessage server = PostgresFailures.serverMessage(exception);
    String message = server == null ? null : server.getMessage();
    if (server == null || message == null || classification.table() != null) {
      return classification;
    }
    return switch (classification.kind()) {
      case UNIQUE, FOREIGN_KEY, NOT_NULL, CHECK -> named(classification.kind(), message);
      case OTHER -> COPIES_ROWS.equals(server.getRoutine()) ? copied(message) : classification;
      default -> classification;
    };
  }

  /** COPY passes the message of a shard without its state. */
  private static Classification copied(String message) {
    return VIOLATIONS.entrySet().stream()
        .filter(violation -> message.contains(violation.getKey()))
        .findFirst()
        .map(violation -> named(violation.getValue(), message))
        .orElseGet(() -> Classification.of(FailureKind.OTHER, COPY_FAILED));
  }

  private static Classification named(FailureKind kind, String message) {
    List<String> tables = all(TABLE, message);
    List<String> constraints = all(CONSTRAINT, message);
    // The last table is the one that has the foreign key.
    String table = tables.isEmpty() ? null : tables.get(tables.size() - 1);
    return new Classification(
        kind,
        constraints.isEmpty() ? null : constraint(constraints.get(0), tables),
        table == null ? null : withoutShard(table),
        all(COLUMN, message),
        null);
  }

  /** A check has no number of a shard, so that a number at its end is a part of its name. */
  private static String constraint(String name, List<String> tables) {
    String plain = withoutShard(name);
    String shard = name.substring(plain.length());
    return tables.isEmpty() || tables.stream().anyMatch(table -> table.endsWith(shard))
        ? plain
        : name;
  }

  private static List<String> all(Pattern pattern, String message) {
    return pattern.matcher(message).results().map(found -> found.group(1)).toList();
  }

  private static String withoutShard(String name) {
    return SHARD.matcher(name).replaceFirst("");
  }
}
