package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.Statement;
import dev.taskstore.codegen.sql.WrittenNames;

/** Finds statements that begin or end a transaction in changesets that run in one. */
final class TransactionStatementCheck implements Check {

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    look(visit, changeSet, "", statement);
  }

  @Override
  public void rollback(Visit visit, ChangeSetView changeSet, ChangeView change) {
    change.statements().forEach(statement -> look(visit, changeSet, "rollback: ", statement));
  }

  private static void look(
      Visit visit, ChangeSetView changeSet, String place, Statement statement) {
    if (changeSet.transactional()) {
      WrittenNames.transactionWord(statement)
          .ifPresent(
              word ->
                  visit.report(
                      LintRule.TRANSACTION_STATEMENT,
                      changeSet,
                      place + word,
                      "The statement begins or ends a transaction."));
    }
  }
}
