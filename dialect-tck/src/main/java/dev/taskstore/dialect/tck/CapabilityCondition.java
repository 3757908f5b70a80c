package dev.taskstore.dialect.tck;

import dev.taskstore.db.spi.Capability;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests of capabilities that the dialect does not have, and prints the reason. Stateless and
 * thread-safe.
 */
public final class CapabilityCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context
        .getElement()
        .map(element -> element.getAnnotation(Requires.class))
        .map(requires -> evaluate(context, requires.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("needs no capability"));
  }

  private static ConditionEvaluationResult evaluate(
      ExtensionContext context, Capability capability) {
    DialectFixture tck =
        context
            .getRequiredTestInstances()
            .findInstance(DialectFixture.class)
            .orElseThrow(
                () -> new IllegalStateException("@Requires stands outside of a DialectFixture"));
    if (tck.capabilities().contains(capability)) {
      return ConditionEvaluationResult.enabled("the dialect claims " + capability);
    }
    String reason =
        "the dialect "
            + tck.provider().create().name()
            + " does not claim "
            + capability
            + " ("
            + capability.description()
            + ")";
    System.out.println("Skipped " + context.getDisplayName() + ": " + reason + ".");
    return ConditionEvaluationResult.disabled(reason);
  }
}
