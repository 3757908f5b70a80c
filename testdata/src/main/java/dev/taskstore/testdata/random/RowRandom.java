package dev.taskstore.testdata.random;

import java.util.Random;

/**
 * Creates the random numbers of single rows. The algorithm of {@link Random} is specified, so that
 * the same seed gives the same numbers on every Java platform.
 */
public final class RowRandom {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private RowRandom() {}

  /**
   * Returns the random numbers of a row. They do not depend on other rows.
   *
   * @param seed the seed of the data
   * @param series the name of the series of rows, such as a table
   * @param index the position of the row
   * @return a new generator
   */
  public static Random of(long seed, String series, long index) {
    return new Random(hash(seed, series, index));
  }

  /**
   * Hashes a position.
   *
   * @param seed the seed of the data
   * @param series the name of the series of rows
   * @param index the position of the row
   * @return the hash
   */
  public static long hash(long seed, String series, long index) {
    long hash = mix(seed + GOLDEN_RATIO);
    hash = mix(hash ^ series.hashCode() * GOLDEN_RATIO);
    return mix(hash + index * GOLDEN_RATIO);
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * Draws a number below a bound, which may exceed the range of int.
   *
   * @param random the source
   * @param bound the bound, at least 1
   * @return a number from 0 to the bound, exclusive
   */
  public static long below(Random random, long bound) {
    return Math.floorMod(random.nextLong() >>> 1, bound);
  }

  /**
   * Draws a position so that few positions are frequent: the first tenth gets almost half of the
   * draws.
   *
   * @param random the source
   * @param bound the number of positions, at least 1
   * @return a position
   */
  public static long skewed(Random random, long bound) {
    double draw = random.nextDouble();
    return Math.min(bound - 1, (long) (bound * draw * draw * draw));
  }
}
