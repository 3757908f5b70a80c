package dev.taskstore.passwords;

/**
 * The cost of Argon2id: RFC 9106, section 3.1.
 *
 * @param memoryKib the memory in KiB
 * @param iterations the number of passes over the memory
 * @param parallelism the number of lanes
 */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {

  /** The memory that each lane requires, in KiB. */
  static final int MINIMUM_MEMORY_KIB_PER_LANE = 8;

  static final int MAXIMUM_PARALLELISM = 16;

  /** Returns whether the cost is not less than another one. Lanes do not add to the cost. */
  boolean isAtLeast(Argon2Cost other) {
    return memoryKib >= other.memoryKib && iterations >= other.iterations;
  }
}
