package dev.taskstore.dialect.postgres;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out calls that the library refuses before it runs a statement. */
final class ComparisonsOnly implements ExecutionCondition {

  private static final String REFUSED = "aCallThatNoScopePermitsIsRefusedAndWritesNothing";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean isRefused =
        context.getTestMethod().filter(method -> method.getName().equals(REFUSED)).isPresent();
    return isRefused
        ? ConditionEvaluationResult.disabled("the library refuses these calls, not the policies")
        : ConditionEvaluationResult.enabled("compares results");
  }
}
