package dev.taskstore.db.scope;

import java.util.List;
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
   * @param shares how rows are shared with other principals, in the order of the declaration
   */
  record OwnerColumn(Table<?> table, TableField<?, ?> column, List<RowShare> shares)
      implements TableOwnership {

    /** Checks that all are present. */
    public OwnerColumn {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(column, "column");
      shares = List.copyOf(shares);
    }

    /**
     * Creates the declaration of rows that are not shared.
     *
     * @param table the generated table
     * @param column the column, which contains the principal
     */
    public OwnerColumn(Table<?> table, TableField<?, ?> column) {
      this(table, column, List.of());
    }

    /**
     * Returns the columns of the table that share a row.
     *
     * @return the columns, without those of link tables
     */
    public List<TableField<?, ?>> sharingColumns() {
      return shares.stream()
          .filter(share -> share.link().isEmpty())
          .<TableField<?, ?>>map(RowShare::column)
          .toList();
    }
  }

  /**
   * The rows share rows of another table with a principal. Who sees the shared row sees its links.
   * Only the owner of the shared row inserts, updates and deletes them.
   *
   * @param table the generated link table
   * @param key the foreign key of the link table to the shared row
   * @param column the column of the link table with the principal
   */
  record Links(Table<?> table, ForeignKey<?, ?> key, TableField<?, ?> column)
      implements TableOwnership {

    /** Checks that all are present. */
    public Links {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(column, "column");
    }

    /**
     * Returns the table whose rows are shared.
     *
     * @return the referenced table, which has an owner column
     */
    public Table<?> parent() {
      return key.getKey().getTable();
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
