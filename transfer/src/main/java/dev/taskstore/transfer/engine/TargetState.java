package dev.taskstore.transfer.engine;

import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.transfer.engine.Ledger.Header;
import dev.taskstore.transfer.engine.Ledger.Run;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the target of a copy holds.
 *
 * @param header the ledger of a transfer, or null
 * @param tables the tables of the schema that have rows, unless there is a ledger
 * @param isAudited whether triggers record the changes of rows
 */
record TargetState(@Nullable Header header, List<String> tables, boolean isAudited) {

  static TargetState of(Access access, List<TableShape> schema) throws SQLException {
    Header header = Ledger.find(access);
    List<String> filled = new ArrayList<>();
    if (header == null) {
      for (TableShape table : schema) {
        if (access.hasTable(table.name()) && !access.isEmpty(table)) {
          filled.add(table.name());
        }
      }
    }
    AuditTriggers triggers = access.dialect().auditTriggers().orElse(null);
    boolean isAudited = triggers != null && triggers.isEnabled(access.connection());
    return new TargetState(header, filled, isAudited);
  }

  /** Returns why a copy from a source must not begin. */
  Optional<String> refusal(String source, boolean restarts) {
    if (isAudited) {
      return Optional.of(
          "The audit trail of the target is enabled: it would record the copied rows as changes, in"
              + " addition to the entries that are copied. Disable it, and enable it after the"
              + " copy.");
    }
    if (header == null) {
      return tables.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "The target holds rows in "
                  + String.join(", ", tables)
                  + ". Copy into an empty database, which the copy migrates.");
    }
    Run run = header.run();
    if (header.mark().kind() != IncompleteTransfer.Kind.COPY || run == null) {
      return Optional.of(
          "The target is the incomplete target of a restore. Run the restore again, or use an empty"
              + " database.");
    }
    if (Owner.parse(run.owner()).state() == Owner.State.RUNNING) {
      return Optional.of(Ledger.IS_RUNNING);
    }
    return restarts || header.mark().source().equals(source)
        ? Optional.empty()
        : Optional.of(
            "The target is the incomplete target of a copy from "
                + header.mark().source()
                + ", not from "
                + source
                + ". Continue that copy, or restart this one, which deletes the rows of that copy.");
  }
}
