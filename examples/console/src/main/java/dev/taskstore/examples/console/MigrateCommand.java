package dev.taskstore.examples.console;

import picocli.CommandLine.Command;

@Command(
    name = "migrate",
    description =
        "Shows and changes the state of the schema. All other commands apply pending changesets first.",
    subcommands = {
      MigrateStatusCommand.class,
      MigratePendingCommand.class,
      MigrateUpCommand.class,
      MigrateDownCommand.class,
      MigrateSqlCommand.class,
      MigrateValidateCommand.class,
      MigrateHistoryCommand.class,
      MigrateDriftCommand.class
    })
final class MigrateCommand {}
