package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that random programs with several principals detect a scope without one of its conditions
 * or checks. All faults share a database, which the programs empty.
 */
@Tag("long")
class ScopeMutantsTest {

  @TempDir static Path folder;

  private static final AtomicReference<DroppedCondition> DROPPED = new AtomicReference<>();
  private static final AtomicLong CHANGED_STATEMENTS = new AtomicLong();
  private static MutantSearch conditions;
  private static AutoCloseable checks;

  @AfterAll
  static void close() throws Exception {
    if (conditions != null) {
      conditions.close();
    }
    if (checks != null) {
      checks.close();
    }
  }

  private static void change(ExecuteContext context) {
    DroppedCondition dropped = DROPPED.get();
    String sql = context.sql();
    if (sql != null && dropped != null) {
      String changed = dropped.in(sql);
      CHANGED_STATEMENTS.addAndGet(changed.equals(sql) ? 0 : 1);
      context.sql(changed);
    }
  }

  private static void assertFound(UnaryOperator<String> search, String fault) {
    String found = search.apply(fault);

    assertThat(found).isNotEmpty();
    System.out.println(found);
  }

  @TestFactory
  Stream<DynamicTest> eachDroppedConditionIsFound() {
    conditions =
        new MutantSearch(
            Databases.sqlite(
                folder.resolve("conditions.db"),
                builder ->
                    builder.executeListeners(
                        () -> ExecuteListener.onRenderEnd(ScopeMutantsTest::change))));
    return Arrays.stream(DroppedCondition.values())
        .map(
            dropped ->
                DynamicTest.dynamicTest(
                    dropped.name(),
                    () -> {
                      CHANGED_STATEMENTS.set(0);
                      DROPPED.set(dropped);
                      assertFound(conditions, dropped.name());
                      assertThat(CHANGED_STATEMENTS).hasPositiveValue();
                    }));
  }

  @TestFactory
  @SuppressWarnings("unchecked") // The type of the other class loader has the same name only.
  Stream<DynamicTest> eachDroppedCheckIsFound() throws Exception {
    Path own = Files.createDirectories(folder.resolve("checks"));
    MutatedLibrary library = MutatedLibrary.compile(own);
    ClassLoader outer = Thread.currentThread().getContextClassLoader();
    Object search;
    try {
      Thread.currentThread().setContextClassLoader(library);
      search =
          library
              .loadClass(MutantSearch.class.getName())
              .getConstructor(Path.class)
              .newInstance(own);
    } finally {
      Thread.currentThread().setContextClassLoader(outer);
    }
    checks = (AutoCloseable) search;
    return Arrays.stream(DroppedCheck.values())
        .map(
            dropped ->
                DynamicTest.dynamicTest(
                    dropped.name(),
                    () -> {
                      System.setProperty(dropped.property(), "true");
                      try {
                        assertFound((UnaryOperator<String>) search, dropped.name());
                      } finally {
                        System.clearProperty(dropped.property());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachDroppedPolicyIsFound() {
    return Arrays.stream(DroppedPolicy.values())
        .map(
            dropped ->
                DynamicTest.dynamicTest(
                    dropped.name(),
                    () -> {
                      PoliciesSubject subject = Databases.policies();
                      try (MutantSearch search = new MutantSearch(subject)) {
                        dropped.statements().forEach(subject.store().dsl()::execute);
                        assertFound(search::apply, dropped.name());
                      }
                    }));
  }
}
