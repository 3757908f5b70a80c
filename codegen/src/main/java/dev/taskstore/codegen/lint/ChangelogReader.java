package dev.taskstore.codegen.lint;

import dev.taskstore.changelog.DatabaseParameters;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.changelog.DataMark;
import java.util.List;
import java.util.Objects;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.DatabaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/** Reads a changelog with Liquibase's parsers, limited to what runs on one kind of database. */
final class ChangelogReader {

  private final Database database;
  private final ChangeReader changes;

  private ChangelogReader(Database database, boolean liquibaseSqlite) {
    this.database = database;
    this.changes = new ChangeReader(database, liquibaseSqlite);
  }

  static List<ChangeSetView> read(LintConfiguration configuration, LintDatabase database) {
    ChangelogFiles source =
        new ChangelogFiles(
            configuration.changelog(), configuration.resources(), configuration.classPath());
    return source.read(
        database.label(),
        files ->
            new ChangelogReader(
                    open(database, configuration, files), configuration.liquibaseSqlite())
                .parse(source.changelog(), files));
  }

  private static Database open(
      LintDatabase database, LintConfiguration configuration, ResourceAccessor files)
      throws DatabaseException {
    Database opened = database.open(files);
    return configuration.liquibaseSqlite() ? opened : PlainLiquibase.database(opened);
  }

  private List<ChangeSetView> parse(String changelog, ResourceAccessor files) throws Exception {
    DatabaseChangeLog parsed =
        ChangeLogParserFactory.getInstance()
            .getParser(changelog, files)
            .parse(changelog, new DatabaseParameters(database), files);
    return parsed.getChangeSets().stream().filter(this::runs).map(this::view).toList();
  }

  private boolean runs(ChangeSet changeSet) {
    return !changeSet.isIgnore()
        && DatabaseList.definitionMatches(changeSet.getDbmsSet(), database, true)
        && DbmsPreconditions.letRun(changeSet.getPreconditions(), database);
  }

  private ChangeSetView view(ChangeSet changeSet) {
    String comment = Objects.requireNonNullElse(changeSet.getComments(), "");
    String file = file(changeSet);
    return new ChangeSetView(
        file,
        changeSet.getId(),
        changeSet.getAuthor(),
        changeSet.isRunInTransaction(),
        views(changeSet, changeSet.getChanges()),
        views(changeSet, changeSet.getRollback().getChanges()),
        Permission.in(comment),
        DataMark.in(new ChangeSetKey(file, changeSet.getId(), changeSet.getAuthor()), comment));
  }

  private List<ChangeView> views(ChangeSet changeSet, List<Change> found) {
    return found.stream()
        .filter(Objects::nonNull)
        .filter(this::runs)
        .map(change -> changes.read(changeSet, change))
        .toList();
  }

  private boolean runs(Change change) {
    return !(change instanceof DbmsTargetedChange targeted)
        || DatabaseList.definitionMatches(targeted.getDbms(), database, true);
  }

  private static String file(ChangeSet changeSet) {
    DatabaseChangeLog changeLog = changeSet.getChangeLog();
    String physical = changeLog == null ? null : changeLog.getPhysicalFilePath();
    return physical == null ? changeSet.getFilePath() : physical;
  }
}
