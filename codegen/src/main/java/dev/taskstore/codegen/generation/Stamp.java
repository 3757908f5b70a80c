package dev.taskstore.codegen.generation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The content of the stamp file.
 *
 * @param fingerprint the fingerprint of the inputs
 * @param files the hash of each generated file by its path
 */
record Stamp(String fingerprint, SortedMap<String, String> files) {

  static final Stamp EMPTY = new Stamp("", new TreeMap<>());

  /** Reads a stamp; empty if it is damaged, so that everything is generated again. */
  static Optional<Stamp> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> files = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int blank = line.indexOf(' ');
      String path = line.substring(blank + 1);
      if (blank < 0 || path.contains("..") || path.startsWith("/")) {
        return Optional.empty();
      }
      files.put(path, line.substring(0, blank));
    }
    return Optional.of(new Stamp(lines.get(0), files));
  }

  String format() {
    return fingerprint
        + "\n"
        + files.entrySet().stream().map(Stamp::line).collect(Collectors.joining());
  }

  private static String line(Map.Entry<String, String> file) {
    return file.getValue() + " " + file.getKey() + "\n";
  }
}
