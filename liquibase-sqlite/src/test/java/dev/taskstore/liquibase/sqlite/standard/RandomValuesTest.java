package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random values: SQLite stores and orders them as PostgreSQL does. A failure prints the seed;
 * {@code -Dtaskstore.liquibase.seed} repeats it and {@code -Dtaskstore.liquibase.values} sets the
 * number.
 */
class RandomValuesTest {

  private static final long SEED =
      Long.getLong("taskstore.liquibase.seed", System.currentTimeMillis() % 100_000);

  private static final int VALUES = Integer.getInteger("taskstore.liquibase.values", 200);

  private final Random random = new Random(SEED);

  @TempDir Path folder;

  private Migration sqlite;
  private Migration postgres;

  @BeforeEach
  void open() {
    sqlite = Migration.sqlite(folder);
    postgres = Migration.postgres(folder);
  }

  @AfterEach
  void close() {
    sqlite.close();
    postgres.close();
  }

  @Test
  void wideDecimalsHaveTheirOrderAndTheirDigits() throws SQLException {
    for (String type :
        List.of("decimal(19,0)", "decimal(25,6)", "decimal(38,38)", "decimal(60,2)")) {
      int precision = Integer.parseInt(type.replaceAll("\\D+(\\d+),.*", "$1"));
      int scale = Integer.parseInt(type.replaceAll(".*,(\\d+)\\)", "$1"));
      compare(
          type,
          "numeric(" + precision + "," + scale + ")",
          r -> decimal(precision, scale),
          StoredValues::decimal);
    }
  }

  @Test
  void narrowDecimalsAreRoundedAsPostgresqlRounds() throws SQLException {
    for (String type : List.of("decimal(10,2)", "decimal(18,0)", "decimal(5,5)", "decimal(18,9)")) {
      int precision = Integer.parseInt(type.replaceAll("\\D+(\\d+),.*", "$1"));
      int scale = Integer.parseInt(type.replaceAll(".*,(\\d+)\\)", "$1"));
      compare(
          type,
          "numeric(" + precision + "," + scale + ")",
          r -> decimal(precision - 1, scale + 2),
          StoredValues::decimal);
    }
  }

  @Test
  void timesAreRoundedAsPostgresqlRounds() throws SQLException {
    for (int digits = 0; digits <= 6; digits++) {
      compare(
          "timestamp(" + digits + ")",
          "timestamp(" + digits + ")",
          r -> moment(),
          (rows, column, type) -> {
            long micros = rows.getLong(column);
            LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                    Math.floorDiv(micros, 1_000_000L),
                    (int) Math.floorMod(micros, 1_000_000L) * 1_000,
                    ZoneOffset.UTC);
            return time.toString();
          });
    }
  }

  @Test
  void canonicalJsonIsThatOfPostgresql() throws SQLException {
    compare("jsonb", "jsonb", r -> json(0), (rows, column, type) -> rows.getString(column));
  }

  /** Stores each value alone on both databases, and reads all of them back in their order. */
  private void compare(String type, String ofServer, Function<Random, String> values, Reader reader)
      throws SQLException {
    ColumnType column = ColumnType.of(type, false);
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      inputs.add(values.apply(random));
    }
    sqlite.connection.setAutoCommit(true);
    postgres.connection.setAutoCommit(true);
    sqlite.execute("DROP TABLE IF EXISTS t");
    postgres.execute("DROP TABLE IF EXISTS t");
    sqlite.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, c " + column.definition() + ") STRICT");
    postgres.execute("CREATE TABLE t (id integer PRIMARY KEY, c " + ofServer + ")");
    sqlite.connection.setAutoCommit(false);
    postgres.connection.setAutoCommit(false);
    for (int i = 0; i < inputs.size(); i++) {
      sqlite.execute("INSERT INTO t VALUES (" + i + ", " + column.literal(inputs.get(i)) + ")");
      postgres.execute(
          "INSERT INTO t VALUES (" + i + ", '" + inputs.get(i).replace("'", "''") + "')");
    }
    String order = type.equals("jsonb") ? "id" : "c, id";
    List<String> stored = read(sqlite.connection, order, column.toString(), reader);
    List<String> expected =
        read(postgres.connection, order, type, (rows, c, any) -> ofServer(rows, c, type));
    if (!stored.equals(expected)) {
      fail(
          "seed %d, type %s: the shortest value that differs is %s",
          SEED, type, shortest(inputs, stored, expected));
    }
    assertThat(stored).hasSize(VALUES);
  }

  /** Returns the shortest input whose stored value or place differs. */
  private static String shortest(List<String> inputs, List<String> stored, List<String> expected) {
    Set<String> values = new HashSet<>(stored);
    return IntStream.range(0, expected.size())
        .filter(i -> !stored.get(i).equals(expected.get(i)))
        .mapToObj(expected::get)
        .sorted(
            Comparator.<String, Boolean>comparing(values::contains).thenComparing(String::length))
        .map(
            row -> {
              String input = inputs.get(Integer.parseInt(row.substring(0, row.indexOf('='))));
              return input + ", on PostgreSQL " + row + ", on SQLite " + find(stored, row);
            })
        .findFirst()
        .orElseThrow();
  }

  private static String find(List<String> rows, String row) {
    String id = row.substring(0, row.indexOf('=') + 1);
    return rows.stream().filter(other -> other.startsWith(id)).findFirst().orElse("missing");
  }

  private static List<String> read(Connection connection, String order, String type, Reader reader)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT id, c FROM t ORDER BY " + order)) {
      while (result.next()) {
        rows.add(result.getInt(1) + "=" + reader.read(result, 2, type));
      }
    }
    return rows;
  }

  private static String ofServer(ResultSet rows, int column, String type) throws SQLException {
    if (type.startsWith("timestamp")) {
      return rows.getObject(column, LocalDateTime.class).toString();
    }
    return type.startsWith("decimal")
        ? rows.getBigDecimal(column).toPlainString()
        : rows.getString(column);
  }

  private String decimal(int precision, int scale) {
    int digits = 1 + random.nextInt(precision);
    BigInteger unscaled = new BigInteger((int) (digits * 3.3), random);
    BigInteger max = BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
    BigDecimal value = new BigDecimal(unscaled.min(max), scale);
    return (random.nextBoolean() ? value : value.negate()).toPlainString();
  }

  private String moment() {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            random.nextLong(-60_000_000_000L, 250_000_000_000L),
            random.nextInt(10) == 0 ? 999_999_000 : random.nextInt(1_000_000) * 1_000,
            ZoneOffset.UTC);
    return time.toString();
  }

  private String json(int depth) {
    int kind = random.nextInt(depth > 3 ? 5 : 7);
    StringBuilder json = new StringBuilder();
    switch (kind) {
      case 0 -> json.append(List.of("true", "false", "null").get(random.nextInt(3)));
      case 1 -> json.append(number());
      case 2, 3, 4 -> json.append(string());
      case 5 -> {
        json.append("[ ");
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
          json.append(i == 0 ? "" : " ,").append(json(depth + 1));
        }
        json.append("\t]");
      }
      default -> {
        json.append("{\n");
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
          json.append(i == 0 ? "" : ",").append(string()).append(" :").append(json(depth + 1));
        }
        json.append("}");
      }
    }
    return json.toString();
  }

  private String number() {
    String sign = random.nextBoolean() ? "-" : "";
    String whole = random.nextInt(3) == 0 ? "0" : Integer.toString(1 + random.nextInt(100_000));
    String fraction =
        random.nextBoolean() ? "" : "." + random.nextInt(1_000) + "0".repeat(random.nextInt(3));
    String exponent =
        random.nextInt(3) > 0
            ? ""
            : List.of("e", "E+", "e-").get(random.nextInt(3)) + random.nextInt(30);
    return sign + whole + fraction + exponent;
  }

  private String string() {
    List<String> parts =
        List.of(
            "a",
            "b",
            "ab",
            "B",
            " ",
            "\\\"",
            "\\\\",
            "\\/",
            "\\n",
            "\\u0001",
            "\\u00e4",
            "ä",
            "𝄞",
            "\\ud834\\udd1e",
            "\\u001F",
            "\\t",
            "\\b",
            "\\f",
            "\\r",
            "'",
            "\u007f");
    StringBuilder text = new StringBuilder("\"");
    int length = random.nextInt(4);
    for (int i = 0; i < length; i++) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.append('"').toString();
  }

  private interface Reader {
    String read(ResultSet rows, int column, String type) throws SQLException;
  }
}
