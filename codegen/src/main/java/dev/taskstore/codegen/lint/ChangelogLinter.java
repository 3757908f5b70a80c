package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.sql.Statement;
import java.util.List;

/**
 * Finds in a changelog what is known to damage data, to lock tables or to differ between SQLite and
 * PostgreSQL.
 *
 * <p>The changelog is read by Liquibase's own parsers, once as each database sees it: with its
 * properties, and without the changesets and changes that are limited to others. Nothing is run and
 * no database is needed. It looks at Liquibase's changes, at the SQL that Liquibase makes of them
 * and at the SQL of {@code <sql>} and {@code <sqlFile>}; not into the bodies of procedures, nor
 * into changes that are Java classes. It does not know what stands in a database: a table counts as
 * empty in the changelog file that creates it, and may have rows in every later one.
 *
 * <p>A changeset may break a rule on purpose when its comment says so: {@code <comment>lint:allow
 * index-locks-table the table holds ten rows</comment>}. The reason is not optional.
 *
 * <p>Stateless; threads may share it.
 */
public final class ChangelogLinter {

  private static final List<Check> CHECKS =
      List.of(
          new SqliteChangeCheck(),
          new SqliteStatementCheck(),
          new ConstraintsAttributeCheck(),
          new NameCheck(),
          new RollbackCheck(),
          new RemarksCheck(),
          new CollationCheck(),
          new DefaultCheck(),
          new KeysetCheck(),
          new IndexLockCheck(),
          new ConstraintLockCheck(),
          new BackfillCheck(),
          new StrictCheck(),
          new TypeCheck(),
          new ReadableCheck());

  /** Creates a linter. */
  public ChangelogLinter() {}

  /**
   * Lints a changelog.
   *
   * @param configuration the changelog and where it lies
   * @return what breaks a rule, in the order of the changesets; empty when nothing does
   * @throws GenerationException when the changelog is not found or Liquibase cannot read it
   */
  public List<Finding> lint(LintConfiguration configuration) {
    FindingCollector findings = new FindingCollector();
    for (LintDatabase database : LintDatabase.values()) {
      findings.begin();
      Visit visit = new Visit(database, new DeclaredSchema(), findings);
      for (ChangeSetView changeSet : ChangelogReader.read(configuration, database)) {
        findings.changeSet(changeSet);
        lint(visit, changeSet);
      }
      CHECKS.forEach(check -> check.end(visit));
    }
    return findings.findings();
  }

  private static void lint(Visit visit, ChangeSetView changeSet) {
    CHECKS.forEach(check -> check.changeSet(visit, changeSet));
    for (ChangeView change : changeSet.changes()) {
      CHECKS.forEach(check -> check.change(visit, changeSet, change));
      for (Statement statement : change.statements()) {
        CHECKS.forEach(check -> check.statement(visit, changeSet, statement));
        visit.schema().apply(changeSet.key(), statement);
      }
    }
    for (ChangeView change : changeSet.rollback()) {
      CHECKS.forEach(check -> check.rollback(visit, changeSet, change));
    }
  }
}
