package dev.taskstore.differential;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reproduces a program from the text of {@link Program#replay()}. */
final class Replay {

  /** Follows the seed of a program with several principals. */
  static final String PRINCIPALS = "p";

  private Replay() {}

  static Program of(String replay) {
    String[] parts = replay.split(":", 2);
    Set<Integer> numbers =
        new HashSet<>(Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList());
    boolean hasPrincipals = parts[0].endsWith(PRINCIPALS);
    long seed = Long.parseLong(parts[0].replace(PRINCIPALS, ""));
    return new ProgramGenerator(hasPrincipals).generate(seed).keep(numbers);
  }
}
