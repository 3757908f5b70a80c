package dev.taskstore.testdata.random;

import java.time.Instant;
import java.util.UUID;

/**
 * UUIDs of version 7 (RFC 9562) whose bits come from a time, a seed and a position: the same on
 * every run, and distinct for distinct positions below 2^40.
 */
public final class TimeOrderedIds {

  /** The number of distinct positions. */
  public static final long POSITIONS = 1L << 40;

  private static final long MILLIS_MASK = (1L << 48) - 1;
  private static final long VERSION = 7L << 12;
  private static final long VARIANT = 1L << 63;
  private static final int RANDOM_A_BITS = 12;
  private static final int POSITION_BITS = 40;
  private static final long RANDOM_B_MASK = (1L << 22) - 1;

  private TimeOrderedIds() {}

  /**
   * Creates the identifier of a row.
   *
   * @param time the time in the identifier, from 1970 on
   * @param seed the seed of the data
   * @param series the name of the series of rows
   * @param position the position of the row, less than {@link #POSITIONS}
   * @return the identifier
   */
  public static UUID id(Instant time, long seed, String series, long position) {
    long hash = RowRandom.hash(seed, series, position);
    long seriesHash = RowRandom.hash(seed, series, -1);
    long most =
        ((time.toEpochMilli() & MILLIS_MASK) << 16)
            | VERSION
            | (hash & ((1L << RANDOM_A_BITS) - 1));
    long least =
        VARIANT
            | (((hash >>> RANDOM_A_BITS) & RANDOM_B_MASK) << POSITION_BITS)
            | ((position ^ seriesHash) & (POSITIONS - 1));
    return new UUID(most, least);
  }
}
