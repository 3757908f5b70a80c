package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sections that people write: a Markdown file for each. */
final class Fragments {

  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,2} .*$");
  private static final Pattern FENCED = Pattern.compile("(?ms)^(`{3,})[^\\n]*\\n.*?^\\1`*\\s*$");

  private final Path directory;
  private final TreeMap<String, String> texts = new TreeMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private Fragments(Path directory) {
    this.directory = directory;
  }

  static Fragments read(Path directory) {
    Fragments fragments = new Fragments(directory);
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.sorted().toList()) {
          String name = file.getFileName().toString();
          if (name.endsWith(".md")) {
            fragments.texts.put(
                name.substring(0, name.length() - ".md".length()), fragments.text(file));
          }
        }
      } catch (IOException e) {
        throw new GenerationException("The fragments in " + directory + " cannot be read: " + e, e);
      }
    }
    return fragments;
  }

  private String text(Path file) throws IOException {
    String text = Files.readString(file).replace("\r\n", "\n").strip();
    Matcher heading = HEADING.matcher(FENCED.matcher(text).replaceAll(""));
    if (heading.find()) {
      throw new GenerationException(
          file
              + " has the heading \""
              + heading.group()
              + "\"; the specification generates headings of the first two levels, so start with ###.");
    }
    return text;
  }

  /** The text of a fragment, if it exists. */
  Optional<String> text(String name) {
    asked.add(name);
    return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
  }

  /** The text of a fragment, or a notice that it is missing. */
  String textOrNotice(String name, String subject) {
    return text(name)
        .orElseGet(
            () ->
                "_Nothing is written about "
                    + subject
                    + " yet: that is the place of the fragment `"
                    + name
                    + ".md`._");
  }

  /** Rejects files that no section uses, because their names are wrong. */
  void requireAllUsed() {
    List<String> unknown = texts.keySet().stream().filter(name -> !asked.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new GenerationException(
          String.format(
              Locale.ROOT,
              "No section uses the fragment %s.md in %s; the valid names are %s.",
              unknown.get(0),
              directory,
              String.join(".md, ", asked) + ".md"));
    }
  }
}
