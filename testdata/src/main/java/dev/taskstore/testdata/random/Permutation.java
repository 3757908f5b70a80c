package dev.taskstore.testdata.random;

/**
 * An order of the numbers from 0 to a size, exclusive, without a table of them: distinct positions
 * have distinct numbers. Immutable and thread-safe.
 */
public final class Permutation {

  /** Primes; one that does not divide the size is the factor. */
  private static final long[] PRIMES = {982_451_653, 67_867_967, 15_485_863, 104_729};

  private static final long MAXIMUM_SIZE = 1L << 32;

  private final long size;
  private final long factor;
  private final long offset;

  /**
   * Creates an order.
   *
   * @param size the number of numbers, at least 1
   * @param hash selects the order
   */
  public Permutation(long size, long hash) {
    this.size = size;
    // A larger product would overflow; positions are then numbers.
    this.factor = size > MAXIMUM_SIZE ? 1 : factor(size) % size;
    this.offset = Math.floorMod(hash, size);
  }

  private static long factor(long size) {
    for (long prime : PRIMES) {
      if (size % prime != 0) {
        return prime;
      }
    }
    return 1;
  }

  /**
   * Returns the number at a position.
   *
   * @param position the position; positions that differ by a multiple of the size have the same
   *     number
   * @return the number
   */
  public long at(long position) {
    long product = position % size * factor % size;
    long sum = product - (size - offset);
    return sum < 0 ? sum + size : sum;
  }
}
