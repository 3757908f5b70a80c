package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.spi.BinaryRows;
import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.dialect.tck.TckDatabase;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.ConnectionCallable;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** COPY in the binary format, in both directions. */
class PostgresBinaryFormatTest extends PostgresStoreFixture {

  private static final List<String> COLUMNS =
      List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "\"J\"");

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "timestamptz",
          Instant.class,
          "timestamp",
          LocalDateTime.class,
          "date",
          LocalDate.class,
          "time",
          LocalTime.class,
          "float8",
          Double.class,
          "float4",
          Float.class);

  private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final Instant BEFORE_1970 = Instant.parse("0001-01-01T00:00:00.000001Z");
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final LocalTime LAST_MICROSECOND = LocalTime.of(23, 59, 59, 999_999_000);

  private static final BulkLoader.Row VALUES =
      row ->
          row.text("tab\tline\nbackslash\\ \u00e9\ud83d\ude00")
              .uuid(ID)
              .instant(BEFORE_1970)
              .bigint(Long.MIN_VALUE)
              .integer(Integer.MAX_VALUE)
              .smallint((short) -2)
              .bool(true)
              .date(LAST_DAY)
              .time(LAST_MICROSECOND)
              .bytes(Bytes.of(new byte[] {0, 10, 92, -1}));

  private static final BulkLoader.Row NULLS =
      row ->
          row.text(null)
              .uuid(null)
              .instant(null)
              .bigint(null)
              .integer(null)
              .smallint(null)
              .bool(null)
              .date(null)
              .time(null)
              .bytes(null);

  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          UUID.class,
          Instant.class,
          Long.class,
          Integer.class,
          Short.class,
          Boolean.class,
          LocalDate.class,
          LocalTime.class,
          byte[].class);

  private void create(String... types) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      columns.add(COLUMNS.get(i) + " " + types[i]);
    }
    store.dsl().execute("CREATE TABLE copied (" + String.join(", ", columns) + ")");
  }

  private void createOfStoredTypes() {
    create(
        "varchar(40)",
        "uuid",
        "timestamptz",
        "bigint",
        "int",
        "smallint",
        "boolean",
        "date",
        "time",
        "bytea");
  }

  private <T> T inTransaction(ConnectionCallable<T> work) {
    return store.transactionResult(
        tx ->
            tx.dsl()
                .connectionResult(
                    guarded -> work.run(guarded.unwrap(DefaultConnection.class).getDelegate())));
  }

  private long load(List<String> columns, BulkLoader.Row... rows) {
    return inTransaction(
        connection ->
            PostgresTableLoad.of(connection, "copied", columns)
                .load(connection, Arrays.asList(rows).iterator()));
  }

  private Class<?> format(List<String> columns, BulkLoader.Row first) {
    return inTransaction(
        connection -> PostgresTableLoad.of(connection, "copied", columns).begin(first).getClass());
  }

  private List<Object> stored(String columns) {
    return Arrays.asList(
        store.dsl().fetchSingle("SELECT " + columns + " FROM copied LIMIT 1").intoArray());
  }

  private static List<@Nullable String> hex(BinaryRows row, int columns) {
    List<@Nullable String> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      values.add(
          row.length(i) == BinaryRows.NULL
              ? null
              : HexFormat.of()
                  .formatHex(row.bytes(), row.offset(i), row.offset(i) + row.length(i)));
    }
    return values;
  }

  private static Optional<BinaryRows> open(Connection connection, String query, Class<?>... types)
      throws SQLException {
    return PostgresTransferSupport.INSTANCE.binaryRows(connection, query, List.of(types));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String hex(long value) {
    return hex(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }

  @Test
  void valuesOfTheTypesOfTheirColumnsAreLoadedInTheBinaryFormat() {
    createOfStoredTypes();

    assertThat(format(COLUMNS, VALUES)).isEqualTo(PostgresBinaryRowWriter.class);
    assertThat(format(COLUMNS, NULLS)).isEqualTo(PostgresBinaryRowWriter.class);
    assertThat(load(COLUMNS, VALUES, NULLS)).isEqualTo(2);
    assertThat(stored("a, b::text, (c AT TIME ZONE 'UTC')::text, d, e, f, g, h::text, i::text"))
        .containsExactly(
            "tab\tline\nbackslash\\ \u00e9\ud83d\ude00",
            ID.toString(),
            "0001-01-01 00:00:00.000001",
            Long.MIN_VALUE,
            Integer.MAX_VALUE,
            (short) -2,
            true,
            "9999-12-31",
            "23:59:59.999999");
    assertThat(stored("encode(\"J\", 'hex')")).containsExactly("000a5cff");
    assertThat(
            store
                .dsl()
                .fetchValue(
                    "SELECT num_nulls(a, b, c, d, e, f, g, h, i, \"J\") FROM copied" + " OFFSET 1"))
        .isEqualTo(COLUMNS.size());
  }

  @Test
  void decimalsAreLoadedInTheBinaryFormat() {
    create("numeric(18, 4)");
    List<BigDecimal> values =
        List.of(
            new BigDecimal("99999999999999.9999"),
            new BigDecimal("-0.0001"),
            new BigDecimal("0.0000"),
            new BigDecimal("10000.0000"));
    List<String> columns = COLUMNS.subList(0, 1);

    BulkLoader.Row[] rows =
        values.stream()
            .<BulkLoader.Row>map(v -> row -> row.decimal(v, 18))
            .toArray(BulkLoader.Row[]::new);

    assertThat(format(columns, rows[0])).isEqualTo(PostgresBinaryRowWriter.class);
    assertThat(load(columns, rows)).isEqualTo(values.size());
    assertThat(store.dsl().fetchValues("SELECT a FROM copied", BigDecimal.class)).isEqualTo(values);
  }

  @Test
  void floatingPointNumbersTimestampsAndTextsOfOtherTypesAreLoadedInTheBinaryFormat() {
    create("float8", "float4", "timestamp", "char(4)", "jsonb", "json");
    List<String> columns = COLUMNS.subList(0, 6);
    BulkLoader.Row values =
        row ->
            row.doublePrecision(1.0 / 3)
                .real(1.0f / 3)
                .timestamp(ValueLimits.MIN_TIMESTAMP.plusNanos(1_000))
                .text("\u00e9", TextType.CHARACTER)
                .text("{\"a\": 1}", TextType.JSONB)
                .text("{ }", TextType.JSON);
    BulkLoader.Row nulls =
        row ->
            row.doublePrecision(null)
                .real(null)
                .timestamp(null)
                .text(null, TextType.CHARACTER)
                .text(null, TextType.JSONB)
                .text(null, TextType.JSON);

    assertThat(format(columns, values)).isEqualTo(PostgresBinaryRowWriter.class);
    assertThat(load(columns, values, nulls)).isEqualTo(2);
    assertThat(stored("a, b, c::text, d::text, e::text, f::text"))
        .containsExactly(
            1.0 / 3, 1.0f / 3, "0001-01-01 00:00:00.000001", "\u00e9", "{\"a\": 1}", "{ }");
    List<@Nullable String> read =
        inTransaction(
            connection -> {
              try (BinaryRows rows =
                  open(
                          connection,
                          "SELECT a, b, c, d, f FROM copied ORDER BY a LIMIT 1",
                          Double.class,
                          Float.class,
                          LocalDateTime.class,
                          String.class,
                          String.class)
                      .orElseThrow()) {
                assertThat(rows.next() && rows.isReadable()).isTrue();
                return hex(rows, 5);
              }
            });
    assertThat(read)
        .containsExactly(
            hex(Double.doubleToLongBits(1.0 / 3)),
            HexFormat.of().toHexDigits(Float.floatToIntBits(1.0f / 3)),
            hex(BEFORE_1970.getEpochSecond() * 1_000_000 + 1),
            hex("\u00e9".getBytes(StandardCharsets.UTF_8)),
            hex("{ }".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theNegativeZeroIsReadAsThePositive() {
    List<@Nullable String> read =
        inTransaction(
            connection -> {
              try (BinaryRows rows =
                  open(connection, "SELECT '-0'::float8, '-0'::float4", Double.class, Float.class)
                      .orElseThrow()) {
                assertThat(rows.next() && rows.isReadable()).isTrue();
                return hex(rows, 2);
              }
            });

    assertThat(read).containsExactly("0000000000000000", "00000000");
  }

  @Test
  void valuesOfOtherTypesThanTheirColumnsAreConvertedByTheServer() {
    create("char(4)", "text", "date", "int", "bigint", "numeric", "text", "text", "text", "text");
    BulkLoader.Row small =
        row ->
            row.text("x")
                .uuid(ID)
                .instant(Instant.parse("2026-01-02T00:00:00Z"))
                .bigint(1L)
                .integer(2)
                .smallint((short) 3)
                .bool(true)
                .date(LAST_DAY)
                .time(LAST_MICROSECOND)
                .bytes(Bytes.of(new byte[] {1}));

    assertThat(format(COLUMNS, small)).isEqualTo(PostgresTextRowWriter.class);
    assertThat(load(COLUMNS, small, NULLS)).isEqualTo(2);
    assertThat(stored("a::text, c::text, d, e, g, h"))
        .containsExactly("x", "2026-01-02", 1, 2L, "true", "9999-12-31");
  }

  @Test
  void oneColumnOfAnotherTypeIsEnoughForTheTextFormat() {
    create("text", "uuid", "timestamptz", "bigint", "bigint");
    List<String> columns = COLUMNS.subList(0, 5);
    BulkLoader.Row row =
        writer -> writer.text("x").uuid(ID).instant(BEFORE_1970).bigint(1L).integer(2);

    assertThat(format(columns, row)).isEqualTo(PostgresTextRowWriter.class);
    assertThat(load(columns, row)).isEqualTo(1);
    assertThat(stored("d, e")).containsExactly(1L, 2L);
  }

  @Test
  void aRoleThatMayOnlyInsertLoadsInTheBinaryFormat() throws SQLException {
    List<String> columns = List.of("name");
    BulkLoader.Row row = writer -> writer.text("x");
    TckDatabase owned = PostgresRoleServer.newDatabase();
    try {
      PostgresRoleServer.run(
          owned,
          PostgresRoleServer.SUPERUSER,
          List.of(
              "CREATE TABLE copied (name text)",
              "GRANT USAGE ON SCHEMA public TO " + PostgresRoleServer.APPLICATION,
              "GRANT INSERT ON copied TO " + PostgresRoleServer.APPLICATION));

      try (Connection connection =
          PostgresRoleServer.connect(owned, PostgresRoleServer.SUPERUSER)) {
        TransactionControl.execute(connection, "SET ROLE " + PostgresRoleServer.APPLICATION);

        PostgresTableLoad load = PostgresTableLoad.of(connection, "copied", columns);
        assertThat(load.begin(row)).isInstanceOf(PostgresBinaryRowWriter.class);
        assertThat(load.load(connection, List.of(row).iterator())).isEqualTo(1);
      }
    } finally {
      owned.close();
    }
  }

  @Test
  void noRowsAreLoaded() {
    create("text");

    assertThat(load(COLUMNS.subList(0, 1))).isZero();
  }

  @Test
  void valuesAreReadAsBytes() {
    createOfStoredTypes();
    load(COLUMNS, VALUES, NULLS);

    List<List<@Nullable String>> rows =
        inTransaction(
            connection -> {
              List<List<@Nullable String>> read = new ArrayList<>();
              try (BinaryRows result =
                  PostgresTransferSupport.INSTANCE
                      .binaryRows(connection, "SELECT * FROM copied ORDER BY a", CLASSES)
                      .orElseThrow()) {
                while (result.next()) {
                  read.add(hex(result, CLASSES.size()));
                }
                assertThat(result.isReadable()).isTrue();
              }
              return read;
            });

    assertThat(rows)
        .containsExactly(
            List.of(
                hex("tab\tline\nbackslash\\ \u00e9\ud83d\ude00".getBytes(StandardCharsets.UTF_8)),
                "00112233445566778899aabbccddeeff",
                hex(BEFORE_1970.getEpochSecond() * 1_000_000 + 1),
                "8000000000000000",
                "7fffffff",
                "fffe",
                "01",
                hex(LAST_DAY.toEpochDay()).substring(Integer.BYTES * 2),
                hex(LAST_MICROSECOND.toNanoOfDay() / 1_000),
                "000a5cff"),
            Collections.nCopies(CLASSES.size(), null));
  }

  @Test
  void noRowsAreReadAsBytes() {
    create("text");

    boolean isEmpty =
        inTransaction(
            connection -> {
              try (BinaryRows rows =
                  open(connection, "SELECT a FROM copied", String.class).orElseThrow()) {
                return !rows.next() && rows.isReadable();
              }
            });

    assertThat(isEmpty).isTrue();
  }

  @Test
  void aTransactionContinuesAfterAPartOfTheRows() {
    long sum =
        inTransaction(
            connection -> {
              String query = "SELECT i FROM generate_series(1, 100000) AS i";
              try (BinaryRows rows = open(connection, query, Integer.class).orElseThrow()) {
                assertThat(rows.next()).isTrue();
              }
              try (Statement statement = connection.createStatement();
                  ResultSet row = statement.executeQuery("SELECT 40 + 2")) {
                row.next();
                return row.getLong(1);
              }
            });

    assertThat(sum).isEqualTo(42);
  }

  @Test
  void columnsOfOtherTypesAreNotReadAsBytes() {
    create("bigint", "numeric(9, 2)", "jsonb");

    assertThat(
            this.<List<Boolean>>inTransaction(
                connection ->
                    List.of(
                        open(connection, "SELECT a FROM copied", Integer.class).isPresent(),
                        open(connection, "SELECT b FROM copied", BigDecimal.class).isPresent(),
                        open(connection, "SELECT c FROM copied", String.class).isPresent())))
        .containsOnly(false);
  }

  @Test
  void valuesThatRepositoriesCannotReadAreReported() {
    List<String> values =
        List.of(
            "'infinity'::timestamptz",
            "'-infinity'::timestamptz",
            "'10000-01-01 00:00:00+00'::timestamptz",
            "'0001-12-31 00:00:00+00 BC'::timestamptz",
            "'infinity'::date",
            "'10000-01-01'::date",
            "'24:00'::time",
            "'infinity'::timestamp",
            "'10000-01-01 00:00:00'::timestamp",
            "'NaN'::float8",
            "'-Infinity'::float4");

    for (String value : values) {
      Class<?> type = TYPES.get(value.substring(value.indexOf("::") + 2));
      boolean isReported =
          inTransaction(
              connection -> {
                try (BinaryRows rows = open(connection, "SELECT " + value, type).orElseThrow()) {
                  return rows.next() && !rows.isReadable();
                }
              });
      assertThat(isReported).describedAs(value).isTrue();
    }
  }
}
