package dev.taskstore.db;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

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
   * Makes an entity of a draft: fills in the identifier, the times and the first version.
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
