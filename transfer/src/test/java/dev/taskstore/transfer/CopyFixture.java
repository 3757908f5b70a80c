package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.transfer.TestDatabase.Kind;
import dev.taskstore.transfer.report.CopyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives tests empty databases, which are closed after each test. */
abstract class CopyFixture {

  /** The kinds of the source and the target. */
  enum Direction {
    SQLITE_TO_POSTGRES(Kind.SQLITE, Kind.POSTGRES),
    POSTGRES_TO_SQLITE(Kind.POSTGRES, Kind.SQLITE),
    SQLITE_TO_SQLITE(Kind.SQLITE, Kind.SQLITE),
    POSTGRES_TO_POSTGRES(Kind.POSTGRES, Kind.POSTGRES);

    final Kind source;
    final Kind target;

    Direction(Kind source, Kind target) {
      this.source = source;
      this.target = target;
    }
  }

  /** Every build copies from each database to the other; the long tests, in every direction. */
  static Stream<Direction> directions() {
    return Stream.of(Direction.values())
        .filter(
            direction ->
                direction.source != direction.target
                    || Boolean.getBoolean("taskstore.transfer.everyDirection"));
  }

  @TempDir Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  final void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  final <T extends AutoCloseable> T closing(T resource) {
    opened.add(resource);
    return resource;
  }

  final TestDatabase create(Kind kind) {
    return closing(TestDatabase.create(kind, folder));
  }

  /** Creates a migrated database. */
  final TestDatabase migrated(Kind kind, String changelog) {
    return closing(TestDatabase.migrated(kind, changelog, folder));
  }

  /** Opens a migrated database. */
  final Database open(Kind kind, String changelog) {
    return closing(migrated(kind, changelog).open(changelog));
  }

  /** Opens an empty database. */
  final Database target(Kind kind, String changelog) {
    return closing(create(kind).target(changelog));
  }

  static CopyReport copy(Schema schema, Database source, Database target) {
    return DatabaseCopy.of(schema).from(source).to(target).run();
  }
}
