package dev.taskstore.db.internal.migration;

import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.ChangeCapture;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables and triggers that this library adds to a database, which are not part of its schema.
 */
final class LibraryObjects {

  private static final Set<String> TABLES =
      Set.of(SchemaFingerprint.TABLE, IncompleteTransfer.TABLE);

  /** Tables of copies and restores that run, and of the triggers of an audit trail. */
  private static final List<String> TABLE_PREFIXES =
      List.of(IncompleteTransfer.TABLE + "_", "taskstore_outbox_", AuditTriggers.PREFIX);

  private LibraryObjects() {}

  /** Returns whether an element is, or belongs to, an object of the library. */
  static boolean contain(SchemaElement element) {
    String table = element.table().toLowerCase(Locale.ROOT);
    String name = element.name().toLowerCase(Locale.ROOT);
    return TABLES.contains(table)
        || TABLE_PREFIXES.stream().anyMatch(table::startsWith)
        || (element.kind() == ElementKind.TRIGGER
            && (name.startsWith(AuditTriggers.PREFIX)
                || name.startsWith(ChangeCapture.CAPTURE_PREFIX)
                || name.startsWith(ChangeCapture.SEAL_PREFIX)));
  }
}
