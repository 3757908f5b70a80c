package dev.taskstore.bench.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The figures of a simulation.
 *
 * @param arrivals the calls that started in a second
 * @param perSecond the calls of each group that ended in a second
 * @param durations the durations of all calls
 * @param present the mean number of calls in the system
 * @param usage the highest utilisation of the resources of each name, except of connections
 * @param held the highest utilisation of the pools of each name
 */
record Outcome(
    double arrivals,
    Map<String, Double> perSecond,
    Durations durations,
    double present,
    Map<String, Double> usage,
    Map<String, Double> held) {

  /** The share of calls that must end for a system to be regarded as stable. */
  private static final double STABLE = 0.95;

  /**
   * The utilisation from which a resource explains that connections are used: calls wait for it on
   * their connection.
   */
  static final double FULL = 0.6;

  Outcome {
    perSecond = Collections.unmodifiableMap(new LinkedHashMap<>(perSecond));
    usage = Collections.unmodifiableMap(new LinkedHashMap<>(usage));
    held = Collections.unmodifiableMap(new LinkedHashMap<>(held));
  }

  /** Returns the calls of all groups that ended in a second. */
  double throughput() {
    return perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Returns whether more calls started than ended. */
  boolean isOverloaded() {
    return throughput() < STABLE * arrivals;
  }

  /**
   * Returns the resource with the highest utilisation. Connections count only if no other resource
   * is full, because calls hold them while they wait for another resource. The processors of web
   * processes do not count, because their number follows the calls.
   */
  Map.Entry<String, Double> bottleneck() {
    Map.Entry<String, Double> worker = greatest(usage);
    return worker.getValue() >= FULL || held.isEmpty()
        ? worker
        : Stream.of(worker, greatest(held)).max(Map.Entry.comparingByValue()).orElse(worker);
  }

  private static Map.Entry<String, Double> greatest(Map<String, Double> usage) {
    return usage.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(WebProcesses.CORES))
        .max(Map.Entry.comparingByValue())
        .orElseThrow(() -> new IllegalStateException("The database has no resources"));
  }
}
