package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.fail;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs random programs. System properties are {@code taskstore.differential.programs} and {@code
 * taskstore.differential.operations}, the minimum numbers of programs and operations; {@code
 * taskstore.differential.seed}, the first seed; {@code taskstore.differential.lanes}, the number of
 * concurrent programs; and {@code taskstore.differential.replay}, a single program as printed by a
 * failure.
 */
final class Campaign {

  private static final String PROPERTIES = "taskstore.differential.";

  /** Opens the databases of a lane. */
  @FunctionalInterface
  interface Opening {
    Differ differ() throws SQLException;
  }

  private final boolean hasPrincipals;
  private final long programs;
  private final Opening opening;

  /**
   * Creates a campaign.
   *
   * @param hasPrincipals whether the programs have several principals
   * @param programs the property with the minimum number of programs
   */
  Campaign(boolean hasPrincipals, String programs, Opening opening) {
    this.hasPrincipals = hasPrincipals;
    this.programs = Long.getLong(PROPERTIES + programs, 500);
    this.opening = opening;
  }

  /** Runs programs until there are enough, and fails if subjects disagree. */
  Tally run() throws SQLException {
    String replay = System.getProperty(PROPERTIES + "replay", "");
    if (!replay.isEmpty()) {
      opening
          .differ()
          .run(Replay.of(replay))
          .disagreement()
          .ifPresent(found -> fail(found.toString()));
      return new Tally();
    }
    long seed = Long.getLong(PROPERTIES + "seed", 20_260_301L);
    Lanes lanes =
        new Lanes(hasPrincipals, seed, programs, Long.getLong(PROPERTIES + "operations", 0));
    List<Differ> differs = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger(PROPERTIES + "lanes", 2); i++) {
      differs.add(opening.differ());
    }
    long begin = System.nanoTime();

    lanes.run(differs).ifPresent(found -> fail(found.toString()));

    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("Seeds from " + seed + ", " + taken.toSeconds() + " s: " + lanes.tally());
    return lanes.tally();
  }

  /** Returns whether a single program is replayed, whose outcomes are few. */
  static boolean isReplay() {
    return !System.getProperty(PROPERTIES + "replay", "").isEmpty();
  }
}
