package dev.taskstore.bench.simulation;

/** A disk, which is read if a page is not in memory. */
final class Disk {

  private final Chance chance;
  private final Station station;
  private final double missing;
  private final double nanos;

  /**
   * Creates a disk.
   *
   * @param bytes the size of the data
   */
  Disk(Clock clock, Chance chance, String name, Environment environment, double bytes) {
    this.chance = chance;
    this.station = new Station(clock, name, environment.diskReads());
    this.missing = environment.missing(bytes);
    this.nanos = environment.diskNanos();
  }

  /** Returns the resource that calls use. */
  Resource resource() {
    return station;
  }

  /** Reads one page after the other, without those that are in memory. */
  void read(double pages, Runnable done) {
    double sum = 0;
    for (int page = 0; missing > 0 && page < Math.round(pages); page++) {
      sum += chance.share() < missing ? chance.exponential(nanos) : 0;
    }
    if (sum > 0) {
      station.serve(sum, done);
    } else {
      done.run();
    }
  }
}
