package dev.taskstore.differential;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The IDs that a call generates. They are the same on every subject, independent of failed calls
 * before.
 *
 * @param pool the IDs of a program for a table
 * @param start the first position in the pool
 * @param count the number of IDs
 */
record IdSource(List<UUID> pool, int start, int count) {

  UUID get(int index) {
    return pool.get((start + index) % pool.size());
  }

  List<UUID> ids() {
    return IntStream.range(0, count).mapToObj(this::get).toList();
  }
}
