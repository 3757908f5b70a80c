package dev.taskstore.backup;

import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.transfer.rows.RowDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The changesets of a changelog that are applied to a database.
 *
 * @param applied the changesets, in the order of application
 */
record SchemaState(List<AppliedChangeSet> applied) {

  static SchemaState of(Migrations migrations) {
    return new SchemaState(
        migrations.history().stream().filter(AppliedChangeSet::isInChangelog).toList());
  }

  List<ArchivedChangeSet> changeSets() {
    return applied.stream().map(c -> new ArchivedChangeSet(c.file(), c.id(), c.author())).toList();
  }

  Optional<String> tag() {
    return applied.stream().flatMap(c -> c.tag().stream()).reduce((first, second) -> second);
  }

  /** Returns a digest of the changesets and their checksums. */
  String digest() {
    MessageDigest digest = RowDigest.sha256();
    for (AppliedChangeSet changeSet : applied) {
      for (String part :
          List.of(
              changeSet.file(),
              changeSet.id(),
              changeSet.author(),
              changeSet.checksum().orElse(""))) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
