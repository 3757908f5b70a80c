package dev.taskstore.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** The IDs that a program uses for the rows of a table. */
final class IdPool {

  private static final List<Long> HALVES =
      List.of(0x00000000_00007000L, 0x7fffffff_ffffffffL, 0x80000000_00000000L, -1L);

  private static final int EARLY = 6;

  private final List<UUID> ids;
  private int made;

  private IdPool(List<UUID> ids) {
    this.ids = ids;
  }

  /** Returns IDs around the sign bits of both halves, and ordinary IDs, in random order. */
  static IdPool of(SplittableRandom random, int ordinary) {
    List<UUID> ordered = new ArrayList<>();
    HALVES.forEach(most -> HALVES.forEach(least -> ordered.add(new UUID(most, least))));
    for (int i = 0; i < ordinary; i++) {
      ordered.add(new UUID(0x01940000_00017000L + i, random.nextLong()));
    }
    List<UUID> shuffled = new ArrayList<>();
    while (!ordered.isEmpty()) {
      shuffled.add(ordered.remove(random.nextInt(ordered.size())));
    }
    return new IdPool(List.copyOf(shuffled));
  }

  /** Draws mostly IDs that inserts have used, preferring early ones. */
  UUID refer(Draw draw) {
    int used = Math.min(made, ids.size());
    return used > 0 && draw.chance(94)
        ? draw.pickEarly(ids.subList(0, used), EARLY)
        : draw.pick(ids);
  }

  /** Draws one of the first IDs that inserts have used. */
  UUID early(Draw draw, int count) {
    return ids.get(draw.between(0, Math.min(count, Math.max(made, 1)) - 1));
  }

  /** Draws any ID. */
  UUID any(Draw draw) {
    return draw.pick(ids);
  }

  /** Draws mostly unused IDs, and sometimes used ones. */
  IdSource make(Draw draw, int count) {
    if (made > 0 && draw.chance(8)) {
      return new IdSource(ids, draw.between(0, ids.size() - 1), count);
    }
    IdSource source = new IdSource(ids, made, count);
    made += count;
    return source;
  }
}
