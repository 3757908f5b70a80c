package dev.taskstore.db.scope;

import java.util.Objects;
import org.jooq.ForeignKey;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * What decides to which principal the rows of one table belong. Immutable.
 *
 * <p>Code that handles all kinds must also handle kinds that later versions add.
 */
public sealed interface TableOwnership {

  /**
   * Returns the table.
   *
   * @return the generated table
   */
  Table<?> table();

  /**
   * The rows belong to the principal in a column. Rows with null belong to nobody.
   *
   * @param table the generated table
   * @param column the column, which contains the principal
   */
  record OwnerColumn(Table<?> table, TableField<?, ?> column) implements TableOwnership {

    /** Checks that both are present. */
    public OwnerColumn {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
    }
  }

  /**
   * The rows belong to the principal of the row that they reference. Rows without a reference
   * belong to nobody.
   *
   * @param table the generated table that contains the reference
   * @param key the foreign key of the table
   */
  record Inherited(Table<?> table, ForeignKey<?, ?> key) implements TableOwnership {

    /** Checks that both are present. */
    public Inherited {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(key, "key");
    }

    /**
     * Returns the table whose rows own the rows of this one.
     *
     * @return the referenced table
     */
    public Table<?> parent() {
      return key.getKey().getTable();
    }
  }

  /**
   * The rows belong to everybody: all principals read and insert them, and no principal updates or
   * deletes them.
   *
   * @param table the generated table
   */
  record Common(Table<?> table) implements TableOwnership {

    /** Checks that the table is present. */
    public Common {
      Objects.requireNonNull(table, "table");
    }
  }
}
