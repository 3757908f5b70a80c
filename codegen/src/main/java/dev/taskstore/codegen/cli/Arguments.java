package dev.taskstore.codegen.cli;

import dev.taskstore.codegen.GenerationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The arguments of a command.
 *
 * @param command the command
 * @param values the values of the options that are written
 */
record Arguments(Command command, Map<Option, List<String>> values) {

  /** Reads arguments; throws GenerationException with the usage if they are invalid. */
  static Arguments of(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new GenerationException("A command is missing.\n" + usage());
    }
    Command command =
        Command.named(arguments.get(0))
            .orElseThrow(
                () ->
                    new GenerationException(
                        "The command " + arguments.get(0) + " does not exist.\n" + usage()));
    Map<Option, List<String>> values = new EnumMap<>(Option.class);
    int at = 1;
    while (at < arguments.size()) {
      Option option = option(command, arguments.get(at));
      List<String> written = values.computeIfAbsent(option, o -> new ArrayList<>());
      if (!written.isEmpty() && option.kind() != Option.Kind.LIST) {
        throw new GenerationException(option.argument() + " is written twice; remove one.");
      }
      if (option.kind() == Option.Kind.FLAG) {
        written.add("true");
        at++;
      } else {
        if (at + 1 >= arguments.size() || arguments.get(at + 1).startsWith("--")) {
          throw new GenerationException(
              option.argument() + " has no value: " + option.help() + ".");
        }
        written.add(arguments.get(at + 1));
        at += 2;
      }
    }
    return new Arguments(command, values);
  }

  private static Option option(Command command, String argument) {
    return Option.written(argument)
        .filter(command.options()::contains)
        .orElseThrow(
            () ->
                new GenerationException(
                    "The command "
                        + command.word()
                        + " has no option "
                        + argument
                        + ".\n"
                        + usage(command)));
  }

  String required(Option option) {
    return value(option)
        .orElseThrow(
            () ->
                new GenerationException(option.argument() + " is missing: " + option.help() + "."));
  }

  String value(Option option, String otherwise) {
    return value(option).orElse(otherwise);
  }

  Optional<String> value(Option option) {
    return list(option).stream().findFirst();
  }

  List<String> list(Option option) {
    return values.getOrDefault(option, List.of());
  }

  boolean flag(Option option) {
    return values.containsKey(option);
  }

  /** The values of an option of the form {@code key=value}. */
  Map<String, String> pairs(Option option) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String written : list(option)) {
      int at = written.indexOf('=');
      if (at < 1 || at == written.length() - 1) {
        throw new GenerationException(
            option.argument() + " has the value \"" + written + "\"; write " + option.help() + ".");
      }
      pairs.put(written.substring(0, at), written.substring(at + 1));
    }
    return pairs;
  }

  static String usage() {
    return "Usage: java -cp ... "
        + Main.class.getName()
        + " <command> [options]\n"
        + Arrays.stream(Command.values())
            .map(command -> usage(command))
            .collect(Collectors.joining("\n"));
  }

  private static String usage(Command command) {
    return command.word()
        + ": "
        + command.help()
        + "\n"
        + command.options().stream()
            .map(option -> "  " + option.argument() + "  " + option.help())
            .collect(Collectors.joining("\n"));
  }
}
