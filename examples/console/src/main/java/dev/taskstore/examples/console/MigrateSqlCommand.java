package dev.taskstore.examples.console;

import picocli.CommandLine.Command;

@Command(
    name = "sql",
    description = "Prints the SQL that the other commands would run, and changes nothing.",
    subcommands = {MigrateSqlUpCommand.class, MigrateSqlDownCommand.class})
final class MigrateSqlCommand {}
