package dev.taskstore.codegen.database;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.DataMark;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Lists the changesets that have run, and the marks of personal data. For one thread. */
final class ChangeSetListener extends AbstractChangeExecListener {

  private final Set<ChangeSetKey> changeSets = new HashSet<>();
  private List<DataMark> marks = List.of();

  @Override
  public void ran(
      ChangeSet changeSet,
      DatabaseChangeLog changelog,
      Database database,
      ChangeSet.ExecType outcome) {
    if (changeSets.isEmpty()) {
      marks = marks(changelog);
    }
    changeSets.add(key(changeSet));
  }

  private static ChangeSetKey key(ChangeSet changeSet) {
    return new ChangeSetKey(
        changeSet.getFilePath().replace('\\', '/'), changeSet.getId(), changeSet.getAuthor());
  }

  private static List<DataMark> marks(DatabaseChangeLog changelog) {
    return changelog.getChangeSets().stream()
        .flatMap(
            changeSet ->
                DataMark.in(key(changeSet), Objects.requireNonNullElse(changeSet.getComments(), ""))
                    .stream())
        .toList();
  }

  Set<ChangeSetKey> changeSets() {
    return changeSets;
  }

  List<DataMark> marks() {
    return marks;
  }
}
