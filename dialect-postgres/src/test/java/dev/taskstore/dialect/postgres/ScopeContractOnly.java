package dev.taskstore.dialect.postgres;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out the contracts that open no scope on the store under policies. */
final class ScopeContractOnly implements ExecutionCondition {

  private static final String SCOPE = "Scope";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> contract = context.getRequiredTestClass();
    return contract.getDeclaringClass() == null || contract.getSimpleName().equals(SCOPE)
        ? ConditionEvaluationResult.enabled("opens scopes")
        : ConditionEvaluationResult.disabled("opens no scope under policies");
  }
}
