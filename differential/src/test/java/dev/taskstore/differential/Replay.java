package dev.taskstore.differential;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reproduces a program from the text of {@link Program#replay()}. */
final class Replay {

  private Replay() {}

  static Program of(String replay) {
    String[] parts = replay.split(":", 2);
    Set<Integer> numbers =
        new HashSet<>(Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList());
    return new ProgramGenerator().generate(Long.parseLong(parts[0])).keep(numbers);
  }
}
