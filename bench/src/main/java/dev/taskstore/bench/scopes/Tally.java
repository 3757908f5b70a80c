package dev.taskstore.bench.scopes;

/** The time and the number of the calls of one measurement. */
final class Tally {

  private long nanos;
  private long calls;

  void add(long moreNanos, long moreCalls) {
    nanos += moreNanos;
    calls += moreCalls;
  }

  long nanos() {
    return nanos;
  }

  double nanosOfACall() {
    return (double) nanos / calls;
  }
}
