package dev.taskstore.db.internal.security;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.migration.Changelog;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.db.spi.RoleStatements;
import java.util.List;
import java.util.stream.Stream;
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
    List<String> all = schema.getTables().stream().map(Named::getName).sorted().toList();
    List<String> rows = all.stream().filter(name -> !name.equals(AuditTrail.TABLE)).toList();
    if (rows.isEmpty()) {
      throw new InvalidArgumentException(
          "The schema has no tables. Pass the generated schema.", FailureContext.NONE);
    }
    // Triggers write the entries of the audit trail, with the privileges of the owner.
    List<String> read =
        Stream.concat(
                all.stream().filter(AuditTrail.TABLE::equals), Changelog.TABLES_OF_HISTORY.stream())
            .toList();
    RoleStatements.Tables tables =
        new RoleStatements.Tables(rows, read, List.of(Changelog.TABLE_OF_LOCK));
    return database.read(
        connection -> statements.privileges(connection, owner, application, tables));
  }
}
