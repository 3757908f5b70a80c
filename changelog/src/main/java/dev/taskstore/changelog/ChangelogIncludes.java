package dev.taskstore.changelog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The includes of the files of a changelog. Liquibase does not detect a cycle. Not thread-safe. */
final class ChangelogIncludes {

  private static final String CLASS_PATH = "classpath:";

  private final Map<String, List<String>> includes = new HashMap<>();
  private final Map<String, List<String>> required = new HashMap<>();

  /** Returns the path of a file without prefix and without a leading slash. */
  static String normalize(String path) {
    String file =
        (path.startsWith(CLASS_PATH) ? path.substring(CLASS_PATH.length()) : path)
            .replace('\\', '/');
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : file.split("/")) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /**
   * Adds a file.
   *
   * @param file the normalized path of the file
   * @return the cycle that the file closes, from the file to itself; empty if there is none
   */
  List<String> add(String file, List<ChangelogSyntax.Include> files) {
    List<String> targets = new ArrayList<>();
    List<String> requiredTargets = new ArrayList<>();
    for (ChangelogSyntax.Include include : files) {
      String target =
          normalize(
              include.isRelative()
                  ? file.substring(0, file.lastIndexOf('/') + 1) + include.file()
                  : include.file());
      targets.add(target);
      if (include.isRequired()) {
        requiredTargets.add(target);
      }
    }
    includes.put(file, targets);
    required.put(file, requiredTargets);
    List<String> path = new ArrayList<>(List.of(file));
    return leadsTo(file, path, new HashSet<>()) ? path : List.of();
  }

  /** Returns the files that a file includes and that must exist. */
  List<String> required(String file) {
    return required.getOrDefault(file, List.of());
  }

  private boolean leadsTo(String goal, List<String> path, Set<String> visited) {
    for (String target : includes.getOrDefault(path.get(path.size() - 1), List.of())) {
      if (!visited.add(target)) {
        continue;
      }
      path.add(target);
      if (target.equals(goal) || leadsTo(goal, path, visited)) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }
}
