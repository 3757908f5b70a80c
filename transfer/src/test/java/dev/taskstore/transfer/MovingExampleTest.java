package dev.taskstore.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.report.CopyReport;
import dev.taskstore.transfer.report.PreflightReport;
import java.nio.file.Path;
import org.jooq.Schema;
import org.junit.jupiter.api.Test;

/** The example of docs/moving-to-postgresql.md. */
class MovingExampleTest extends CopyFixture {

  @Test
  void theExampleOfTheGuideCopiesAFileToAServer() {
    Schema schema = DefaultSchema.DEFAULT_SCHEMA;
    String changelog = TaskStore.CHANGELOG;
    String file = create(TestDatabase.Kind.SQLITE).url();
    String server = create(TestDatabase.Kind.POSTGRES).url();
    String user = PostgresServer.shared().user();
    String password = PostgresServer.shared().password();
    Path reportFile = folder.resolve("report.json");

    // tag::copy[]
    try (Database source = Database.open(file, changelog);
        Database target =
            Database.builder()
                .url(server)
                .credentials(user, password)
                .changelog(changelog)
                .migrationMode(MigrationMode.NONE) // the copy migrates it
                .open()) {
      PreflightReport preflight = CopyPreflight.of(schema).from(source).to(target).run();
      if (!preflight.isReady()) {
        throw new IllegalStateException(preflight.toText()); // contains keys of rows
      }
      CopyReport report =
          DatabaseCopy.of(schema)
              .from(source)
              .to(target)
              .progress(p -> System.out.println(p.rows() + " of " + p.totalRows()))
              .report(reportFile)
              .run();
      System.out.println(report.toText());
    }
    // end::copy[]

    assertThat(reportFile).content().contains("\"verified\" : true");
  }
}
