package dev.taskstore.db.internal.security;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.migration.Changelog;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.db.spi.RoleStatements;
import java.util.List;
import org.jooq.Named;
import org.jooq.Schema;

/** The privileges of roles on the tables of a schema. */
public final class Privileges {

  private Privileges() {}

  /** Returns the statements for two roles. */
  public static RolePrivileges of(
      OpenDatabase database,
      RoleStatements statements,
      Schema schema,
      String owner,
      String application) {
    List<String> rows = schema.getTables().stream().map(Named::getName).sorted().toList();
    if (rows.isEmpty()) {
      throw new InvalidArgumentException(
          "The schema has no tables. Pass the generated schema.", FailureContext.NONE);
    }
    RoleStatements.Tables tables =
        new RoleStatements.Tables(
            rows, Changelog.TABLES_OF_HISTORY, List.of(Changelog.TABLE_OF_LOCK));
    return database.read(
        connection -> statements.privileges(connection, owner, application, tables));
  }
}
