package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.taskstore.codegen.source.SchemaSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The snapshots of this repository are what its changelogs give on the databases. {@code
 * -Dtaskstore.schema.record=true} writes them.
 */
class CommittedSnapshotsTest {

  @ParameterizedTest
  @CsvSource({
    "core/src/main/resources, dev/taskstore/core/change-log/master.xml",
    "dialect-tck/src/main/resources, dev/taskstore/dialect/tck/numbers/change-log/master.xml",
    "dialect-tck/src/main/resources, dev/taskstore/dialect/tck/plain/change-log/master.xml",
    "dialect-tck/src/main/resources, dev/taskstore/dialect/tck/school/change-log/master.xml",
    "dialect-tck/src/main/resources, dev/taskstore/dialect/tck/values/change-log/master.xml",
    "examples/bookshop/src/main/resources, bookshop/change-log/master.xml",
    "examples/comments/src/main/resources, dev/taskstore/examples/comments/change-log/master.xml",
    "testdata/src/test/resources, dev/taskstore/testdata/tangled/change-log/master.xml",
  })
  void theSnapshotIsWhatTheDatabasesGive(String resources, String changelog) {
    GeneratorConfiguration configuration =
        GeneratorConfiguration.forChangelog(changelog)
            .resources(List.of(Path.of("..").resolve(resources)))
            // The changelog of users and tasks, which an example includes.
            .classPath(List.of(Path.of("../core/src/main/resources")))
            .build();
    if (Boolean.getBoolean("taskstore.schema.record")) {
      SchemaSource.record(configuration);
    }

    assertThatCode(() -> SchemaSource.check(configuration)).doesNotThrowAnyException();
  }
}
