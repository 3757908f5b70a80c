package dev.taskstore.examples.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Writes manual pages in the man(7) macros of roff from the declarations of the commands: one page
 * for a command and all commands below it.
 */
final class ManualPage {

  private static final String ENVIRONMENT =
      """
      .SH ENVIRONMENT
      .TP
      .B TASKSTORE_DB
      The JDBC URL of the database.
      .TP
      .B TASKSTORE_DB_PASSWORD
      The password of the database user of \\-\\-db\\-user.
      .TP
      .B TASKSTORE_DB_PASSWORD_FILE
      The file with this password.
      .TP
      .B TASKSTORE_TO_PASSWORD
      The password of the user of \\-\\-to\\-user and \\-\\-with\\-user.
      .TP
      .B TASKSTORE_TO_PASSWORD_FILE
      The file with this password.
      .TP
      .B TASKSTORE_PASSPHRASE
      The passphrase of encrypted archives.
      .TP
      .B NO_COLOR
      If it is set and not empty, output has no colors.
      .TP
      .B COLUMNS
      The width of the terminal.
      .TP
      .B LC_ALL
      Arguments are decoded with the encoding of the locale, which must be UTF\\-8 for characters
      outside of ASCII. Output is always in UTF\\-8.
      .TP
      .B TZ
      The time zone of dates in arguments, tables and todo.txt files.
      """;

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /** Returns the page of a command. */
  static String of(CommandSpec command) {
    ManualPage manual = new ManualPage();
    String name = command.qualifiedName("-");
    manual.macro("TH", name.toUpperCase(Locale.ROOT), "1", "", "TaskStore", "User Commands");
    manual.macro("SH", "NAME");
    manual.text(name + " - " + description(command).get(0));
    manual.macro("SH", "SYNOPSIS");
    manual.synopsis(command);
    manual.macro("SH", "DESCRIPTION");
    description(command).forEach(manual::paragraph);
    manual.macro("SH", "OPTIONS");
    manual.arguments(command, true);
    if (!command.subcommands().isEmpty()) {
      manual.macro("SH", "COMMANDS");
      manual.subcommands(command);
    }
    manual.exitCodes(command.usageMessage());
    manual.page.append(ENVIRONMENT);
    return manual.page.toString();
  }

  private void subcommands(CommandSpec command) {
    for (CommandLine subcommand : command.subcommands().values()) {
      CommandSpec spec = subcommand.getCommandSpec();
      macro("SS", spec.qualifiedName());
      synopsis(spec);
      description(spec).forEach(this::paragraph);
      arguments(spec, false);
      subcommands(spec);
    }
  }

  private void synopsis(CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(p -> " " + (p.required() ? p.paramLabel() : "[" + p.paramLabel() + "]"))
            .collect(Collectors.joining());
    String subcommand = command.subcommands().isEmpty() ? "" : " [COMMAND]";
    macro("B", command.qualifiedName());
    text("[OPTIONS]" + parameters + subcommand);
  }

  /** Writes the parameters and options; those that all commands inherit only if {@code all}. */
  private void arguments(CommandSpec command, boolean all) {
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      argument(parameter.paramLabel(), parameter);
    }
    for (OptionSpec option : command.options()) {
      if (all || !(option.inherited() || isStandard(option))) {
        String value = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
        argument(String.join(", ", option.names()) + value, option);
      }
    }
  }

  private static boolean isStandard(OptionSpec option) {
    return option.usageHelp() || option.versionHelp();
  }

  private void argument(String form, ArgSpec argument) {
    page.append(".TP\n");
    macro("B", form);
    text(
        String.join(" ", argument.description())
            .replace("${DEFAULT-VALUE}", argument.defaultValueString()));
  }

  private void exitCodes(UsageMessageSpec usage) {
    macro("SH", "EXIT STATUS");
    for (Map.Entry<String, String> code : usage.exitCodeList().entrySet()) {
      page.append(".TP\n");
      macro("B", code.getKey());
      text(code.getValue());
    }
  }

  private static List<String> description(CommandSpec command) {
    return List.of(command.usageMessage().description());
  }

  private void paragraph(String text) {
    page.append(".PP\n");
    text(text);
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String argument : arguments) {
      page.append(" \"").append(escape(argument).replace("\"", "\\(dq")).append('"');
    }
    page.append('\n');
  }

  private void text(String text) {
    for (String line : text.lines().toList()) {
      boolean isControl = line.startsWith(".") || line.startsWith("'");
      page.append(isControl ? "\\&" : "").append(escape(line)).append('\n');
    }
  }

  private static String escape(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("'", "\\(aq")
        .replace("~", "\\(ti");
  }
}
