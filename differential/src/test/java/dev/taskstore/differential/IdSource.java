package dev.taskstore.differential;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The identifiers that one call makes: the same ones on every subject, however many calls failed
 * before.
 *
 * @param pool the ones that a program uses for a table
 * @param start where in the pool the call begins
 * @param count how many it needs
 */
record IdSource(List<UUID> pool, int start, int count) {

  UUID get(int index) {
    return pool.get((start + index) % pool.size());
  }

  List<UUID> ids() {
    return IntStream.range(0, count).mapToObj(this::get).toList();
  }
}
