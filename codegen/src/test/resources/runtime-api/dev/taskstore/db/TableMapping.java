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

  default List<TableField<?, ?>> insertColumns() {
    throw new UnsupportedOperationException();
  }

  default void writeInsert(M entity, RowWriter row) throws SQLException {}

  default TableField<?, Long> identityColumn() {
    throw new UnsupportedOperationException();
  }

  default M withIdentity(M entity, long identity) {
    throw new UnsupportedOperationException();
  }
}
