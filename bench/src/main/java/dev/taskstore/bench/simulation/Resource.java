package dev.taskstore.bench.simulation;

/** A part of the system that is used by a limited number of calls at a time. */
abstract class Resource {

  private final Clock clock;
  private final String name;
  private final int capacity;
  private int used;
  private double area;
  private long counted;
  private long begin;

  Resource(Clock clock, String name, int capacity) {
    this.clock = clock;
    this.name = name;
    this.capacity = capacity;
  }

  final Clock clock() {
    return clock;
  }

  final String name() {
    return name;
  }

  final int capacity() {
    return capacity;
  }

  final int used() {
    return used;
  }

  /** Sets the number of used units from now on. */
  final void use(int units) {
    area += (double) used * (clock.now() - counted);
    counted = clock.now();
    used = units;
  }

  /** Returns whether calls only hold a unit while they use other resources. */
  boolean isHeld() {
    return false;
  }

  /** Starts the measurement of the utilisation. */
  void begin() {
    use(used);
    area = 0;
    begin = clock.now();
  }

  /** Returns the mean number of used units since the start of the measurement. */
  final double meanUsed() {
    use(used);
    return clock.now() == begin ? used : area / (clock.now() - begin);
  }

  /** Returns the time since the start of the measurement. */
  final double measuredNanos() {
    return clock.now() - begin;
  }

  /** Returns the mean share of used units since the start of the measurement. */
  double utilisation() {
    return meanUsed() / capacity;
  }
}
