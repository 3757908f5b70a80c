package dev.taskstore.dialect.postgres;

import dev.taskstore.core.tck.TaskStoreTck;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out the contracts that migrate databases or create tables, which need the owner. */
final class ContractsWithoutDdl implements ExecutionCondition {

  private static final Set<String> WITH_DDL = Set.of("TaskStoreMigration");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> contract = context.getRequiredTestClass();
    boolean leftOut =
        contract.getDeclaringClass() != null
            && (contract.getDeclaringClass() != TaskStoreTck.class
                || WITH_DDL.contains(contract.getSimpleName()));
    return leftOut
        ? ConditionEvaluationResult.disabled("needs the role that owns the tables")
        : ConditionEvaluationResult.enabled("needs no DDL");
  }
}
