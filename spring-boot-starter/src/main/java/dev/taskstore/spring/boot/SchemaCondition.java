package dev.taskstore.spring.boot;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** The application has the ready schema on its class path, or a changelog of its own. */
final class SchemaCondition extends AnyNestedCondition {

  SchemaCondition() {
    super(ConfigurationPhase.PARSE_CONFIGURATION);
  }

  @ConditionalOnClass(name = "dev.taskstore.TaskStore")
  static final class ReadySchema {}

  @ConditionalOnProperty("taskstore.changelog")
  static final class OwnChangelog {}
}
