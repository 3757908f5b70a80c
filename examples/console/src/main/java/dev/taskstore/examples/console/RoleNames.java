package dev.taskstore.examples.console;

import dev.taskstore.TaskStore;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.schema.DefaultSchema;
import picocli.CommandLine.Option;

/** The names of the two roles. */
final class RoleNames {

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      defaultValue = "taskstore_owner",
      description = "The role that migrates. Default: ${DEFAULT-VALUE}.")
  private String owner;

  @Option(
      names = "--application",
      paramLabel = "NAME",
      defaultValue = "taskstore_application",
      description = "The role of the application. Default: ${DEFAULT-VALUE}.")
  private String application;

  /** Returns the statements for these roles. */
  RolePrivileges privileges(TaskStore store) {
    return store.database().rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, owner, application);
  }
}
