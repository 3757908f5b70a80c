package dev.taskstore.bench.simulation;

import java.util.SplittableRandom;

/** Random values that are the same for a seed on all machines. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Returns a value of the exponential distribution. */
  double exponential(double mean) {
    return -mean * StrictMath.log(1 - random.nextDouble());
  }

  /** Returns a value from 0, inclusive, to 1, exclusive. */
  double share() {
    return random.nextDouble();
  }

  /** Returns a number from 0, inclusive, to the bound, exclusive. */
  int below(int bound) {
    return random.nextInt(bound);
  }
}
