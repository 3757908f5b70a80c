package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.ConnectionSettings;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The settings of the driver: the dialect's defaults, the driver properties, and the parameters of
 * the URL, in ascending order of precedence. The driver itself prefers properties, so that a
 * parameter of the URL would have no effect on what the dialect sets.
 */
final class SqliteSettings {

  /** How long SQLite waits for a lock of another process. */
  static final int BUSY_TIMEOUT_MILLIS = 10_000;

  /** 16 MiB for each connection; SQLite interprets negative values as KiB. */
  private static final int CACHE_SIZE = -16 * 1024;

  /** The maximum of SQLite; the driver's default is 1,000,000 bytes. */
  private static final String SQL_LENGTH = "1000000000";

  private static final Set<String> BOOLEANS =
      Set.of("true", "false", "on", "off", "yes", "no", "1", "0");
  private static final Set<String> OFF = Set.of("false", "off", "no", "0");

  /** The smallest limits with which the statements of the library run. */
  private static final Map<String, Integer> SMALLEST_LIMITS =
      Map.of(
          "limit_sql_length", 1_000_000,
          "limit_variable_number", 32_766,
          "limit_column", 2_000,
          "limit_expr_depth", 1_000,
          "limit_compound_select", 500,
          "limit_vdbe_op", 25_000,
          "limit_function_arg", 100);

  /** The names of all settings, and the values that the driver allows; null for no restriction. */
  private static final Map<String, String @Nullable []> KNOWN = known();

  private SqliteSettings() {}

  private static Map<String, String @Nullable []> known() {
    Map<String, String @Nullable []> known = new TreeMap<>();
    try {
      for (DriverPropertyInfo info : new JDBC().getPropertyInfo("", new Properties())) {
        known.put(info.name, info.choices);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The driver lists its settings without a database", e);
    }
    return known;
  }

  static boolean isKnown(String name) {
    return KNOWN.containsKey(name);
  }

  /**
   * Returns the configuration of the driver.
   *
   * @throws dev.taskstore.db.exception.DatabaseOpenException if a setting is wrong
   */
  static SQLiteConfig configuration(ConnectionSettings settings, SqliteLocation location) {
    SQLiteConfig defaults = new SQLiteConfig();
    defaults.setJournalMode(SQLiteConfig.JournalMode.WAL);
    defaults.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    defaults.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    defaults.setCacheSize(CACHE_SIZE);
    for (String name : location.settings().keySet()) {
      requireKnown(name);
    }
    Map<String, String> given = new LinkedHashMap<>(settings.properties());
    given.putAll(location.settings());
    given.forEach(SqliteSettings::requireValid);
    Properties properties = defaults.toProperties();
    properties.setProperty(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH.getPragmaName(), SQL_LENGTH);
    properties.putAll(given);
    // UTF-8 is SQLite's default; the driver requires quotes around the value.
    properties.remove(SQLiteConfig.Pragma.ENCODING.getPragmaName());
    SQLiteConfig configuration = new SQLiteConfig(properties);
    configuration.enforceForeignKeys(true);
    return configuration;
  }

  static boolean isReadOnly(SQLiteConfig configuration) {
    return has(configuration, SQLiteOpenMode.READONLY);
  }

  static boolean creates(SQLiteConfig configuration) {
    return has(configuration, SQLiteOpenMode.CREATE) && !isReadOnly(configuration);
  }

  private static boolean has(SQLiteConfig configuration, SQLiteOpenMode mode) {
    return (configuration.getOpenModeFlags() & mode.flag) != 0;
  }

  private static void requireKnown(String name) {
    if (Set.of("mode", "cache", "vfs", "immutable", "nolock", "psow").contains(name)) {
      throw SqliteLocation.refused(
          "the setting "
              + name
              + " requires a URI. Write jdbc:sqlite:file:, the path, and then the setting");
    } else if (!isKnown(name)) {
      throw SqliteLocation.refused(
          "the URL contains the setting "
              + name
              + ", which SQLite's driver does not have. Remove it, or correct its name");
    }
  }

  private static void requireValid(String name, String value) {
    String @Nullable [] choices = KNOWN.get(name);
    if (name.equals("encoding")) {
      requireUtf8(name, value);
    } else if (choices != null && !isChoice(choices, value)) {
      throw invalid(
          name,
          "Choose one of "
              + Arrays.stream(choices)
                  .map(choice -> choice.replace("'", ""))
                  .distinct()
                  .collect(Collectors.joining(", ")));
    } else if (name.equals("open_mode") || name.equals("busy_timeout")) {
      requireAtLeast(name, value, 0);
    } else if (name.equals("foreign_keys") && isAny(OFF, value)) {
      throw invalid(name, "The library requires foreign keys. Remove the setting");
    } else if (name.equals("locking_mode") && value.equalsIgnoreCase("exclusive")) {
      throw invalid(name, "The library requires several connections. Remove the setting");
    } else if (SMALLEST_LIMITS.containsKey(name)) {
      requireAtLeast(name, value, SMALLEST_LIMITS.get(name));
    }
  }

  /** SQLite does not sort UTF-16 by code point. */
  private static void requireUtf8(String name, String value) {
    if (!isAny(Set.of("UTF-8", "UTF8"), value.replace("'", "").replace("\"", ""))) {
      throw invalid(name, "The library requires UTF-8. Remove the setting");
    }
  }

  private static boolean isChoice(String[] choices, String value) {
    boolean isBoolean = Arrays.asList(choices).contains("true");
    return (isBoolean && isAny(BOOLEANS, value))
        || value.matches("-?\\d{1,2}")
        || isAny(
            Arrays.stream(choices)
                .map(choice -> choice.replace("'", ""))
                .collect(Collectors.toSet()),
            value.replace("'", ""));
  }

  private static boolean isAny(Set<String> words, String value) {
    return words.stream().anyMatch(value::equalsIgnoreCase);
  }

  private static void requireAtLeast(String name, String value, int smallest) {
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw invalid(name, "It must be an integer");
    }
    if (number < smallest) {
      throw invalid(name, "It must be at least " + smallest);
    }
  }

  private static RuntimeException invalid(String name, String advice) {
    return SqliteLocation.refused("the setting " + name + " has a wrong value. " + advice);
  }
}
