package dev.taskstore.examples.console;

import picocli.CommandLine.Command;

@Command(
    name = "sql",
    description = "Prints the SQL of 'migrate up' and 'migrate down' without running it.",
    subcommands = {MigrateSqlUpCommand.class, MigrateSqlDownCommand.class})
final class MigrateSqlCommand {}
