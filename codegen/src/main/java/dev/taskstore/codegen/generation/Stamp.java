package dev.taskstore.codegen.generation;

import dev.taskstore.codegen.problem.LeftOut;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The content of the stamp file.
 *
 * @param fingerprint the fingerprint of the inputs
 * @param files the hash of each generated file by its path
 * @param leftOut the parts of the schema that are not generated
 */
record Stamp(String fingerprint, SortedMap<String, String> files, List<LeftOut> leftOut) {

  static final Stamp EMPTY = new Stamp("", new TreeMap<>(), List.of());

  private static final String LEFT_OUT = "left-out ";

  /** Reads a stamp; empty if it is damaged, so that everything is generated again. */
  static Optional<Stamp> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, String> files = new TreeMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith(LEFT_OUT)) {
        Optional<LeftOut> part = leftOut(line.substring(LEFT_OUT.length()));
        if (part.isEmpty()) {
          return Optional.empty();
        }
        leftOut.add(part.get());
        continue;
      }
      int blank = line.indexOf(' ');
      String path = line.substring(blank + 1);
      if (blank < 0 || path.contains("..") || path.startsWith("/")) {
        return Optional.empty();
      }
      files.put(path, line.substring(0, blank));
    }
    return Optional.of(new Stamp(lines.get(0), files, leftOut));
  }

  private static Optional<LeftOut> leftOut(String line) {
    String[] fields = line.split(" ", -1);
    try {
      return fields.length == 4
          ? Optional.of(
              new LeftOut(
                  LeftOut.Part.valueOf(fields[0]),
                  decoded(fields[1]),
                  decoded(fields[2]),
                  decoded(fields[3])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  String format() {
    return fingerprint
        + "\n"
        + files.entrySet().stream().map(Stamp::line).collect(Collectors.joining())
        + leftOut.stream().map(Stamp::line).collect(Collectors.joining());
  }

  private static String line(Map.Entry<String, String> file) {
    return file.getValue() + " " + file.getKey() + "\n";
  }

  private static String line(LeftOut part) {
    return LEFT_OUT
        + part.part()
        + Stream.of(part.table(), part.column(), part.reason())
            .map(field -> " " + URLEncoder.encode(field, StandardCharsets.UTF_8))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String decoded(String field) {
    return URLDecoder.decode(field, StandardCharsets.UTF_8);
  }
}
