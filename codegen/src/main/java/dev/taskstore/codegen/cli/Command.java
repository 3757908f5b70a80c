package dev.taskstore.codegen.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The commands. Each does what the goal of the Maven plugin with the same name does. */
enum Command {
  GENERATE("Generates sources from a changelog.", EnumSet.range(Option.CHANGELOG, Option.VERSION)),
  CHECK(
      "Compares the snapshot of the schema with the databases.",
      EnumSet.range(Option.CHANGELOG, Option.POSTGRES_USER)),
  LINT(
      "Checks the rules for changelogs.",
      EnumSet.of(Option.CHANGELOG, Option.RESOURCES, Option.WARN_ONLY)),
  SPECIFICATION(
      "Writes the specification of the database.",
      EnumSet.of(
          Option.CHANGELOG,
          Option.RESOURCES,
          Option.CONTEXTS,
          Option.DATABASES,
          Option.SNAPSHOT,
          Option.FROZEN,
          Option.POSTGRES_URL,
          Option.POSTGRES_USER,
          Option.OUTPUT,
          Option.TITLE,
          Option.FRAGMENTS,
          Option.SAMPLE_CONTEXT,
          Option.VERSIONS,
          Option.CHECK));

  private final String help;
  private final Set<Option> options;

  Command(String help, Set<Option> options) {
    this.help = help;
    this.options = options;
  }

  static Optional<Command> named(String word) {
    return Arrays.stream(values()).filter(command -> command.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String help() {
    return help;
  }

  Set<Option> options() {
    return options;
  }
}
