package dev.taskstore.dialect.postgres;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out the contracts that open no scope on the store under policies. */
final class ScopeContractOnly implements ExecutionCondition {

  private static final Set<String> SCOPES = Set.of("Scope", "Sharing");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> contract = context.getRequiredTestClass();
    return contract.getDeclaringClass() == null || SCOPES.contains(contract.getSimpleName())
        ? ConditionEvaluationResult.enabled("opens scopes")
        : ConditionEvaluationResult.disabled("opens no scope under policies");
  }
}
