package dev.taskstore.db.internal.rows;

import dev.taskstore.db.mapping.RowContext;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.SQLException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * The mapping of a table whose inserts write all columns, also the one that the database numbers.
 *
 * @param mapping the mapping of the table
 */
record CopyMapping<M, D>(TableMapping<M, D> mapping) implements TableMapping<M, D> {

  @Override
  public Table<?> table() {
    return mapping.table();
  }

  @Override
  public List<TableField<?, ?>> columns() {
    return mapping.columns();
  }

  @Override
  public M read(RowReader row) throws SQLException {
    return mapping.read(row);
  }

  @Override
  public void write(M entity, RowWriter row) throws SQLException {
    mapping.write(entity, row);
  }

  @Override
  public M complete(D draft, RowContext context) {
    return mapping.complete(draft, context);
  }

  @Override
  public void validate(M entity) {
    mapping.validate(entity);
  }
}
