package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests that random programs with several principals detect each missing condition of a scope. */
class ScopeMutantsTest {

  private static final long SEED = 20_260_301L;
  private static final int PROGRAMS = 2_000;

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> eachDroppedConditionIsFound() {
    AtomicReference<DroppedCondition> current = new AtomicReference<>();
    AtomicLong changed = new AtomicLong();
    LibrarySubject subject =
        Databases.sqlite(
            folder.resolve("conditions.db"),
            builder ->
                builder.executeListeners(
                    () ->
                        ExecuteListener.onRenderEnd(
                            context -> {
                              DroppedCondition dropped = current.get();
                              if (context.sql() != null && dropped != null) {
                                String sql = dropped.in(context.sql());
                                changed.addAndGet(sql.equals(context.sql()) ? 0 : 1);
                                context.sql(sql);
                              }
                            })));
    Differ differ = new Differ(List.of(subject));
    return Arrays.stream(DroppedCondition.values())
        .map(
            dropped ->
                DynamicTest.dynamicTest(
                    dropped.name(),
                    () -> {
                      changed.set(0);
                      current.set(dropped);
                      Optional<Disagreement> found = search(differ);

                      assertThat(changed).hasPositiveValue();
                      assertThat(found).isPresent();
                      System.out.printf(
                          "%s: found by program %d of %d, %s%n",
                          dropped,
                          found.get().program().seed() - SEED + 1,
                          PROGRAMS,
                          found.get().operation());
                    }))
        .onClose(subject::close);
  }

  private static Optional<Disagreement> search(Differ differ) {
    ProgramGenerator generator = new ProgramGenerator(true);
    for (int i = 0; i < PROGRAMS; i++) {
      Optional<Disagreement> found = differ.run(generator.generate(SEED + i)).disagreement();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
