package dev.taskstore.liquibase.sqlite.type;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the current time. */
enum CurrentTime {
  TIMESTAMP,
  DATE,
  TIME;

  private static final Map<String, CurrentTime> FUNCTIONS =
      Map.ofEntries(
          Map.entry("current_timestamp", TIMESTAMP),
          Map.entry("current_datetime", TIMESTAMP),
          Map.entry("now", TIMESTAMP),
          Map.entry("localtimestamp", TIMESTAMP),
          Map.entry("transaction_timestamp", TIMESTAMP),
          Map.entry("statement_timestamp", TIMESTAMP),
          Map.entry("clock_timestamp", TIMESTAMP),
          Map.entry("sysdate", TIMESTAMP),
          Map.entry("systimestamp", TIMESTAMP),
          Map.entry("getdate", TIMESTAMP),
          Map.entry("current_date", DATE),
          Map.entry("curdate", DATE),
          Map.entry("current_time", TIME),
          Map.entry("localtime", TIME),
          Map.entry("curtime", TIME));

  /** Returns the function with this text, or null if it is another one. */
  static @Nullable CurrentTime of(String function) {
    String name =
        function.strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*\\(\\s*\\d?\\s*\\)$", "");
    return FUNCTIONS.get(name);
  }
}
