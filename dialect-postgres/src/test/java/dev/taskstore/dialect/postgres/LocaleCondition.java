package dev.taskstore.dialect.postgres;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the contracts that compare or sort text. The others, which take most of the time and run
 * under the other locale anyway, run with {@code -Dtaskstore.tck.everyLocale=true}.
 */
final class LocaleCondition implements ExecutionCondition {

  private static final Set<String> WITH_TEXT =
      Set.of(
          "CompositeKey",
          "Condition",
          "Constraint",
          "EnumOrder",
          "Integrity",
          "JoinTable",
          "KeyOnly",
          "KeysetPaging",
          "PatternMatching",
          "Selection",
          "SelectionPaging",
          "Streaming",
          "TagRepository",
          "TaskRepository",
          "Text",
          "TextSearch",
          "TitleSearch",
          "TransferSupport",
          "Type",
          "TypeUpsert",
          "UserRepository");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Class<?> contract = context.getRequiredTestClass();
    boolean leftOut =
        context.getTestMethod().isEmpty()
            && contract.isAnnotationPresent(Nested.class)
            && !WITH_TEXT.contains(contract.getSimpleName())
            && !Boolean.getBoolean("taskstore.tck.everyLocale");
    return leftOut
        ? ConditionEvaluationResult.disabled(
            "sorts no text; -Dtaskstore.tck.everyLocale=true runs it")
        : ConditionEvaluationResult.enabled("text may be sorted");
  }
}
