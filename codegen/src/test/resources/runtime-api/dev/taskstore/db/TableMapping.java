package dev.taskstore.db;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Table;
import org.jooq.TableField;

public interface TableMapping<M, D> {
  Table<?> table();

  List<TableField<?, ?>> columns();

  M read(RowReader row) throws SQLException;

  void write(M entity, RowWriter row) throws SQLException;

  M complete(D draft, RowContext context);

  void validate(M entity);
}
