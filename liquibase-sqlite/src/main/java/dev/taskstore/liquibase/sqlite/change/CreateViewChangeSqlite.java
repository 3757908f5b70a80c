package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.text.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import liquibase.change.Change;
import liquibase.change.DatabaseChange;
import liquibase.change.core.CreateViewChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/** Creates a view, also in place of another one. */
@DatabaseChange(
    name = "createView",
    description = "Creates a view, also in place of another one.",
    priority = Replacement.PRIORITY)
public final class CreateViewChangeSqlite extends CreateViewChange {

  /** Creates a change. Liquibase calls this constructor. */
  public CreateViewChangeSqlite() {}

  @Override
  public boolean supports(Database database) {
    return Replacement.isSqlite(database) || super.supports(database);
  }

  @Override
  public boolean generateStatementsVolatile(Database database) {
    return !Replacement.isSqlite(database) && super.generateStatementsVolatile(database);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    if (!Replacement.isSqlite(database)) {
      return super.generateStatements(database);
    }
    if (!Boolean.TRUE.equals(getReplaceIfExists())) {
      return super.generateStatements(database);
    }
    List<SqlStatement> statements = new ArrayList<>();
    statements.add(
        new RawParameterizedSqlStatement("DROP VIEW IF EXISTS " + Names.quote(getViewName())));
    // Liquibase would drop the view also if there is none.
    setReplaceIfExists(false);
    try {
      statements.addAll(Arrays.asList(super.generateStatements(database)));
    } finally {
      setReplaceIfExists(true);
    }
    return statements.toArray(SqlStatement[]::new);
  }

  @Override
  protected Change[] createInverses() {
    return Replacement.of(super.createInverses());
  }
}
