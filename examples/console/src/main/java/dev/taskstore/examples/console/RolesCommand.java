package dev.taskstore.examples.console;

import picocli.CommandLine.Command;

@Command(
    name = "roles",
    description = "Helps to set up the roles of a PostgreSQL database.",
    subcommands = {RolesSqlCommand.class, RolesApplyCommand.class})
final class RolesCommand {}
