package dev.taskstore.db.scope;

import java.util.Objects;
import java.util.Optional;
import org.jooq.ForeignKey;
import org.jooq.TableField;

/**
 * A way in which rows with an owner are shared with other principals. Immutable.
 *
 * @param column the column with the principal: of the table itself, or of the link table
 * @param link the foreign key of the link table to the table, or empty if the column is in the
 *     table itself
 * @param access what the principal may do with the row
 */
public record RowShare(
    TableField<?, ?> column, Optional<ForeignKey<?, ?>> link, SharedAccess access) {

  /** Checks that all are present. */
  public RowShare {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(access, "access");
  }
}
