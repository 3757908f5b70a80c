package dev.taskstore.codegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LintMojoTest {

  private final LintMojo mojo = new LintMojo();
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void configure() throws ReflectiveOperationException {
    set("changelog", "lint/nullable-keyset/bad.xml");
    set("resources", List.of(new File("src/test/resources")));
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void info(CharSequence content) {
            log.add("info: " + content);
          }

          @Override
          public void warn(CharSequence content) {
            log.add("warn: " + content);
          }
        });
  }

  @Test
  void aBrokenRuleFailsTheBuildWithAllFindings() {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith(
            "The changelog lint/nullable-keyset/bad.xml violates rules in 2 places:")
        .withMessageContaining(
            "lint/nullable-keyset/bad.xml, changeset index by ada: drafts.seen (nullable-keyset,"
                + " on")
        .withMessageContaining("ix_drafts_seen orders by it")
        .withMessageContaining("ix_drafts_plain orders by it")
        .withMessageEndingWith("<comment>lint:allow RULE reason</comment>");
  }

  @Test
  void findingsMayBeWarnings() throws Exception {
    set("warnOnly", true);

    mojo.execute();

    assertThat(log)
        .singleElement()
        .asString()
        .startsWith("warn: The changelog lint/nullable-keyset");
  }

  @Test
  void rulesCanBeDisabledByName() throws Exception {
    set("disabledRules", List.of("missing-remarks", " nullable-keyset"));

    mojo.execute();

    assertThat(log)
        .containsExactly("info: The changelog lint/nullable-keyset/bad.xml violates no rule.");
  }

  @Test
  void aDisabledRuleThatDoesNotExistFailsTheBuildWithTheNames() throws Exception {
    set("disabledRules", List.of("keyset"));

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith(
            "disabledRules has \"keyset\", which is no rule; write one of sqlite-rebuild, ")
        .withNoCause();
  }

  @Test
  void aGoodChangelogLetsTheBuildGoOn() throws Exception {
    set("changelog", "lint/nullable-keyset/good.xml");

    mojo.execute();

    assertThat(log)
        .containsExactly("info: The changelog lint/nullable-keyset/good.xml violates no rule.");
  }

  @Test
  void aMissingChangelogFailsTheBuildWithItsMessage() throws Exception {
    set("changelog", "missing.xml");

    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageStartingWith("The changelog missing.xml is not in [");
  }

  @Test
  void nothingIsReadWhenTheGoalIsSkipped() throws Exception {
    set("changelog", "missing.xml");
    set("skip", true);

    mojo.execute();

    assertThat(log).containsExactly("info: Skipping the lint of the changelog.");
  }

  private void set(String parameter, Object value) throws ReflectiveOperationException {
    Field field = Fields.of(LintMojo.class, parameter);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}
