package dev.taskstore.differential;

import java.util.List;
import java.util.UUID;

/**
 * The identifiers that one call makes: the same ones on every subject, however many calls failed
 * before.
 *
 * @param pool the ones that a program uses for a table
 * @param start where in the pool the call begins
 */
record IdSource(List<UUID> pool, int start) {

  UUID get(int index) {
    return index < pool.size()
        ? pool.get((start + index) % pool.size())
        : new UUID(0x0190_0000_0000_7000L + start, index);
  }
}
