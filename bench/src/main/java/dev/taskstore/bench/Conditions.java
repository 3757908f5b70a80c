package dev.taskstore.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Under which conditions figures are taken, for the report. */
public final class Conditions {

  private Conditions() {}

  /** The date, the machine and the virtual machine; more can be added behind them. */
  public static Map<String, String> here() {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("Date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    conditions.put("Machine", Machine.describe());
    conditions.put("Java", Machine.java());
    return conditions;
  }

  /** How many rows there are. */
  public static String rows(Dataset data) {
    return data.tasks() + " tasks of " + data.users() + " users";
  }

  /** How long it is measured. */
  public static String rounds(int rounds, long millis, long warmupMillis) {
    return rounds + " of " + millis + " ms after " + warmupMillis + " ms of warm-up";
  }
}
