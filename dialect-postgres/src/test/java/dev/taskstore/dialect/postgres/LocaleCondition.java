package dev.taskstore.dialect.postgres;

import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves out the contracts that sort no text, which take half of the time and run under the other
 * locale anyway, unless {@code -Dtaskstore.tck.everyLocale=true} asks for all of them.
 */
final class LocaleCondition implements ExecutionCondition {

  private static final Set<String> WITHOUT_TEXT =
      Set.of(
          "DryRun",
          "Interruption",
          "Migration",
          "MigrationHistory",
          "MigrationWalk",
          "QueryTimeout",
          "UpToDateSchema");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean leftOut =
        context.getTestMethod().isEmpty()
            && WITHOUT_TEXT.contains(context.getRequiredTestClass().getSimpleName())
            && !Boolean.getBoolean("taskstore.tck.everyLocale");
    return leftOut
        ? ConditionEvaluationResult.disabled(
            "sorts no text; -Dtaskstore.tck.everyLocale=true runs it")
        : ConditionEvaluationResult.enabled("text may be sorted");
  }
}
