package dev.taskstore.examples.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of docs/security.md, by section. Each section has a test that runs them. */
final class SecurityPage {

  private static final Path PAGE = Path.of("../../docs/security.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  private SecurityPage() {}

  /** Returns the lines of the shell blocks in the section with a heading of the second level. */
  static List<String> commands(String heading) {
    try {
      return Stream.of(Files.readString(PAGE).split("(?m)^## "))
          .filter(section -> section.startsWith(heading + "\n"))
          .flatMap(section -> BLOCK.matcher(section).results())
          .flatMap(block -> block.group(1).lines())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
