package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * How the entities of a table are read, written, completed and checked. Generated for every table;
 * stateless and thread-safe.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 */
public interface TableMapping<M, D> {

  /**
   * The table.
   *
   * @return jOOQ's generated table
   */
  Table<?> table();

  /**
   * All columns, in the order in which {@link #read} and {@link #write} use them.
   *
   * @return the columns
   */
  List<TableField<?, ?>> columns();

  /**
   * Reads an entity from columns 1 to n of the current row.
   *
   * @param row the row
   * @return the entity
   * @throws SQLException when a column cannot be read
   */
  M read(RowReader row) throws SQLException;

  /**
   * Writes all columns of an entity.
   *
   * @param entity the entity
   * @param row takes the values
   * @throws SQLException when the driver refuses a value
   */
  void write(M entity, RowWriter row) throws SQLException;

  /**
   * The columns that an insert writes.
   *
   * @return all columns but {@link #identityColumn()}
   */
  default List<TableField<?, ?>> insertColumns() {
    return columns();
  }

  /**
   * Writes the columns of {@link #insertColumns()}.
   *
   * @param entity the entity
   * @param row takes the values
   * @throws SQLException when the driver refuses a value
   */
  default void writeInsert(M entity, RowWriter row) throws SQLException {
    write(entity, row);
  }

  /**
   * The column that the database numbers on insert.
   *
   * @return the column, or null when the table has none
   */
  default @Nullable TableField<?, Long> identityColumn() {
    return null;
  }

  /**
   * An inserted entity with the number that the database gave it.
   *
   * @param entity the entity as it was written
   * @param identity the number
   * @return the entity as it is stored; the given one when the table has no such column
   */
  default M withIdentity(M entity, long identity) {
    return entity;
  }

  /**
   * Makes an entity of a draft: fills in the identifier, the times and the first version. An
   * identifier that the database gives is 0 until then.
   *
   * @param draft the draft
   * @param context gives times and identifiers
   * @return the entity, not yet checked
   */
  M complete(D draft, RowContext context);

  /**
   * Checks an entity before the database sees it.
   *
   * @param entity the entity
   * @throws InvalidArgumentException naming the column and, where there is one, the constraint
   */
  void validate(M entity);
}
