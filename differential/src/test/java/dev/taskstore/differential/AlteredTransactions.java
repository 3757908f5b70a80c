package dev.taskstore.differential;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions that delegate to others; a mutant overrides the step that it breaks. */
class AlteredTransactions implements TransactionControl {

  private final TransactionControl control;

  AlteredTransactions(TransactionControl control) {
    this.control = control;
  }

  @Override
  public void begin(Connection connection, TransactionOptions options) throws SQLException {
    control.begin(connection, options);
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    control.commit(connection);
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    control.rollback(connection);
  }

  @Override
  public void end(Connection connection, TransactionOptions options) throws SQLException {
    control.end(connection, options);
  }

  @Override
  public boolean rollbackLeftOpen(Connection connection) throws SQLException {
    return control.rollbackLeftOpen(connection);
  }

  @Override
  public void recover(Connection connection, SQLException failure) throws SQLException {
    control.recover(connection, failure);
  }

  @Override
  public void savepoint(Connection connection, String name) throws SQLException {
    control.savepoint(connection, name);
  }

  @Override
  public void release(Connection connection, String name) throws SQLException {
    control.release(connection, name);
  }

  @Override
  public void rollbackTo(Connection connection, String name) throws SQLException {
    control.rollbackTo(connection, name);
  }
}
