package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.ddl.DeclaredSchema;
import dev.taskstore.codegen.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds changes in a changelog that damage data, lock tables, or behave differently on SQLite and
 * PostgreSQL.
 *
 * <p>Liquibase's parsers read the changelog once for each database: with the properties of that
 * database, and without the changesets and changes that are limited to others. The linter runs no
 * statement and needs no database. It checks Liquibase's changes, the SQL that Liquibase generates
 * for them, and the SQL of {@code <sql>} and {@code <sqlFile>}. It does not check the bodies of
 * procedures or changes that are Java classes. It assumes that a table is empty in the changelog
 * file that creates it, and may contain rows in every later file.
 *
 * <p>The comment of a changeset can permit an exception from a rule: {@code <comment>lint:allow
 * index-locks-table the table contains ten rows</comment>}. The reason is required.
 *
 * <p>Stateless and thread-safe.
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
          new ForeignKeyIndexCheck(),
          new IndexLockCheck(),
          new ConstraintLockCheck(),
          new BackfillCheck(),
          new StrictCheck(),
          new TypeCheck(),
          new TransactionStatementCheck(),
          new SpellingCheck(),
          new DataMarkCheck(),
          new ReadableCheck());

  /** Creates a linter. */
  public ChangelogLinter() {}

  /**
   * Lints a changelog.
   *
   * @param configuration the changelog and its directories
   * @return the violations, in the order of the changesets
   * @throws GenerationException if the changelog is not found or Liquibase cannot read it
   */
  public List<Finding> lint(LintConfiguration configuration) {
    FindingCollector findings = new FindingCollector();
    for (LintDatabase database : LintDatabase.values()) {
      findings.begin();
      Visit visit =
          new Visit(
              database,
              new DeclaredSchema(),
              new ArrayList<>(),
              findings,
              configuration.liquibaseSqlite());
      for (ChangeSetView changeSet : ChangelogReader.read(configuration, database)) {
        findings.changeSet(changeSet);
        visit.marks().addAll(changeSet.marks());
        lint(visit, changeSet);
      }
      CHECKS.forEach(check -> check.end(visit));
    }
    return findings.findings().stream()
        .filter(finding -> !configuration.disabledRules().contains(finding.rule()))
        .toList();
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
