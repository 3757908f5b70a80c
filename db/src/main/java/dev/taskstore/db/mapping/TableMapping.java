package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Reads, writes, completes and validates the entities of a table. Generated for every table;
 * stateless and thread-safe.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 */
public interface TableMapping<M, D> {

  /**
   * Returns the table.
   *
   * @return jOOQ's generated table
   */
  Table<?> table();

  /**
   * Returns all columns, in the order in which {@link #read} and {@link #write} use them.
   *
   * @return the columns
   */
  List<TableField<?, ?>> columns();

  /**
   * Reads an entity from columns 1 to n of the current row.
   *
   * @param row the row
   * @return the entity
   * @throws dev.taskstore.db.exception.InvalidRowException when a column contains NULL or another
   *     value that it does not allow
   * @throws SQLException when a column cannot be read
   */
  M read(RowReader row) throws SQLException;

  /**
   * Writes all columns of an entity.
   *
   * @param entity the entity, valid; values are not validated again
   * @param row receives the values
   * @throws SQLException when the driver rejects a value
   */
  void write(M entity, RowWriter row) throws SQLException;

  /**
   * Returns the columns that an insert writes.
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
   * @param row receives the values
   * @throws SQLException when the driver rejects a value
   */
  default void writeInsert(M entity, RowWriter row) throws SQLException {
    write(entity, row);
  }

  /**
   * Returns the identity column, an integer of any size, whose values the database generates on
   * insert.
   *
   * @return the column, or null when the table has none
   */
  default @Nullable TableField<?, ? extends Number> identityColumn() {
    return null;
  }

  /**
   * Returns an inserted entity with the identity that the database generated.
   *
   * @param entity the entity as it was written
   * @param identity the identity
   * @return the stored entity; the argument if the table has no identity column
   * @throws ArithmeticException when the identity exceeds the type of its column, which a database
   *     that stores every integer in 64 bits does not prevent
   */
  default M withIdentity(M entity, long identity) {
    return entity;
  }

  /**
   * Creates an entity from a draft: sets the identifier, the times and the first version. An
   * identifier that the database generates is 0 until the insert.
   *
   * @param draft the draft
   * @param context supplies times and identifiers
   * @return the entity, not yet validated
   */
  M complete(D draft, RowContext context);

  /**
   * Validates an entity before any SQL runs.
   *
   * @param entity the entity
   * @throws InvalidArgumentException naming the column and, where there is one, the constraint
   */
  void validate(M entity);
}
