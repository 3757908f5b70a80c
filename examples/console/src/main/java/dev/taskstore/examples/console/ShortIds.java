package dev.taskstore.examples.console;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskSession;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Short task IDs: the last digits of a UUID, as many as are unique in the database and at least
 * {@link #MINIMUM}. The first digits of a UUID are its creation time, so that tasks of the same day
 * have them in common. Immutable.
 */
final class ShortIds {

  /** The minimum number of hexadecimal digits. */
  static final int MINIMUM = 4;

  /** The number of hexadecimal digits in a large database, where they are not compared. */
  static final int LARGE_DATABASE = 8;

  /** The number of tasks up to which a database is not large. */
  private static final int COMPARED_TASKS = 20_000;

  private static final int BITS_PER_DIGIT = 4;
  private static final int DIGITS = Long.SIZE / BITS_PER_DIGIT;

  /** The last 64 bits of each ID in reverse order, sorted; null if the database is large. */
  private final long[] reversed;

  private ShortIds(long[] reversed) {
    this.reversed = reversed;
  }

  /**
   * Reads the IDs of a database.
   *
   * @param session the store or a transaction
   * @return the short IDs of its tasks
   */
  static ShortIds of(TaskSession session) {
    List<UUID> ids =
        session.dsl().select(TASKS.ID).from(TASKS).limit(COMPARED_TASKS + 1).fetch(TASKS.ID);
    if (ids.size() > COMPARED_TASKS) {
      return new ShortIds(null);
    }
    return of(ids);
  }

  static ShortIds of(List<UUID> ids) {
    return new ShortIds(ids.stream().mapToLong(ShortIds::reverse).sorted().toArray());
  }

  private static long reverse(UUID id) {
    return Long.reverse(id.getLeastSignificantBits());
  }

  /**
   * Returns the short form of an ID.
   *
   * @param id the ID of a task in the database
   * @return the digits, or the UUID if its last 16 digits are not unique
   */
  String of(UUID id) {
    int length = reversed == null ? LARGE_DATABASE : Math.max(MINIMUM, length(reverse(id)));
    return length > DIGITS ? id.toString() : suffix(id, length);
  }

  /** IDs with the longest common suffix are neighbors in the sorted array. */
  private int length(long key) {
    int index = Arrays.binarySearch(reversed, key);
    int common = 0;
    for (int neighbor : new int[] {index - 1, index + 1}) {
      if (neighbor >= 0 && neighbor < reversed.length) {
        common = Math.max(common, Long.numberOfLeadingZeros(reversed[neighbor] ^ key));
      }
    }
    return common / BITS_PER_DIGIT + 1;
  }

  private static String suffix(UUID id, int length) {
    String digits = digits(id);
    return digits.substring(digits.length() - length);
  }

  private static String digits(UUID id) {
    return id.toString().replace("-", "");
  }

  /**
   * Finds IDs by their last digits. This reads all IDs of the database.
   *
   * @param session the store or a transaction
   * @param suffix the last digits in lower case, without hyphens
   * @return the IDs that end with these digits
   */
  static List<UUID> find(TaskSession session, String suffix) {
    try (Stream<UUID> ids =
        session
            .dsl()
            .select(TASKS.ID)
            .from(TASKS)
            .fetchSize(1_000)
            .fetchStream()
            .map(r -> r.value1())) {
      return ids.filter(id -> digits(id).endsWith(suffix)).sorted().toList();
    }
  }
}
