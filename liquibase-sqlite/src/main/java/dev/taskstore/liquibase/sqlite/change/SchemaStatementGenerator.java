package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.text.Names;
import liquibase.database.Database;
import liquibase.database.core.SQLiteDatabase;
import liquibase.exception.ValidationErrors;
import liquibase.sql.Sql;
import liquibase.sql.UnparsedSql;
import liquibase.sqlgenerator.SqlGeneratorChain;
import liquibase.sqlgenerator.core.AbstractSqlGenerator;

/**
 * Writes a statement for scripts, as {@code update-sql} does. A script cannot contain a rebuild,
 * which depends on the definition of the table at that time, so that the statement fails on purpose
 * if the script is run.
 */
public final class SchemaStatementGenerator extends AbstractSqlGenerator<SchemaStatement> {

  /** Creates a generator. Liquibase calls this constructor. */
  public SchemaStatementGenerator() {}

  @Override
  public boolean supports(SchemaStatement statement, Database database) {
    return database instanceof SQLiteDatabase;
  }

  @Override
  public ValidationErrors validate(
      SchemaStatement statement, Database database, SqlGeneratorChain<SchemaStatement> chain) {
    return RequiredParameters.check(statement.change());
  }

  @Override
  public Sql[] generateSql(
      SchemaStatement statement, Database database, SqlGeneratorChain<SchemaStatement> chain) {
    String text =
        statement
            + ": the statements depend on the definition of the table when they run. Apply this"
            + " changeset with Liquibase's update instead of this script.";
    return new Sql[] {
      new UnparsedSql("SELECT only_with_liquibase_update(" + Names.string(text) + ")")
    };
  }
}
