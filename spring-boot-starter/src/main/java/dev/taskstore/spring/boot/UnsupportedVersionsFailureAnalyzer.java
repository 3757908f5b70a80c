package dev.taskstore.spring.boot;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the properties of the build that set the versions. */
final class UnsupportedVersionsFailureAnalyzer
    extends AbstractFailureAnalyzer<UnsupportedVersionsException> {

  UnsupportedVersionsFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedVersionsException cause) {
    String properties =
        cause.libraries().stream()
            .map(
                library ->
                    "    <%s>%s</%s>"
                        .formatted(library.property(), library.tested(), library.property()))
            .collect(Collectors.joining(System.lineSeparator()));
    return new FailureAnalysis(
        cause.getMessage() + " Spring Boot's dependency management selects them.",
        "Set these properties of the Maven build, or the same of Gradle's dependency management:"
            + System.lineSeparator()
            + System.lineSeparator()
            + properties,
        cause);
  }
}
