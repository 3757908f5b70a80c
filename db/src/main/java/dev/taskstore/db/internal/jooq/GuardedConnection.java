package dev.taskstore.db.internal.jooq;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.spi.LentConnection;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jooq.Query;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection for the statements of plain jOOQ and for code of the application. It rejects calls
 * and SQL that would end the library's transaction or change the connection for its later users. It
 * must not be used after its transaction has ended or after jOOQ has released it.
 *
 * <p>{@link #unwrap} returns the driver's connection, for the features of the driver. What the
 * application calls on that connection is not checked.
 */
final class GuardedConnection extends DefaultConnection implements LentConnection {

  private final JooqConnections owner;
  private final @Nullable TransactionScope scope;
  private @Nullable Connection connection;
  private @Nullable Query query;
  private boolean ofStatement;
  private boolean forReading;
  private boolean mayLeaveTransaction;
  private boolean ignoresClose;
  private boolean released;
  private @Nullable String savepoint;

  /**
   * Creates a guard, which opens its connection at the first use.
   *
   * @param scope the transaction that has the connection, or null outside a transaction
   */
  GuardedConnection(JooqConnections owner, @Nullable TransactionScope scope) {
    super(null);
    this.owner = owner;
    this.scope = scope;
  }

  /** Creates a guard of a connection that the owner does not release. */
  GuardedConnection(
      JooqConnections owner, @Nullable TransactionScope scope, Connection connection) {
    this(owner, scope);
    this.connection = connection;
    this.ofStatement = true;
  }

  /** Creates a guard for a framework, which may close it without effect. */
  static GuardedConnection shared(JooqConnections owner, TransactionScope scope) {
    GuardedConnection guard = new GuardedConnection(owner, scope);
    guard.connection = scope.connection();
    guard.ignoresClose = true;
    return guard;
  }

  /**
   * Uses the connection for one statement of jOOQ, whose failure a listener reports.
   *
   * @param executed the query, or null for a batch or a routine
   */
  void useForStatement(@Nullable Query executed) {
    if (!ofStatement && connection == null) {
      ofStatement = true;
      query = executed;
    }
  }

  /** Every call of JDBC gets the connection from here, so that every call is checked. */
  @Override
  public Connection getDelegate() {
    return delegateFor(null);
  }

  private Connection delegateFor(@Nullable String sql) {
    ensureUsable();
    Connection opened = connection;
    if (opened == null) {
      forReading = ReadQueries.isReadOnly(query, sql);
      opened = owner.open(this, forReading);
      connection = opened;
    }
    return opened;
  }

  /** Returns the connection without its guard, or null if it was not used. */
  @Nullable Connection opened() {
    return connection;
  }

  @Nullable TransactionScope scope() {
    return scope;
  }

  boolean isForReading() {
    return forReading;
  }

  /** Returns whether the connection is used by code of the application. */
  boolean isOfApplication() {
    return !ofStatement;
  }

  /** Returns whether a transaction may be open that the library has not begun. */
  boolean mayHaveOpenTransaction() {
    return !ofStatement || mayLeaveTransaction;
  }

  /** Sets the savepoint that shows at the release whether the transaction is still the same. */
  void savepoint(String name) {
    savepoint = name;
  }

  @Nullable String savepoint() {
    return savepoint;
  }

  @Override
  public <T> T withoutSavepoint(Commands<T> commands) throws SQLException {
    return owner.withoutSavepoint(getDelegate(), savepoint, commands);
  }

  /** Ends the use of this object. Returns false if it has already ended. */
  boolean release() {
    boolean first = !released;
    released = true;
    return first;
  }

  void ensureUsable() {
    if (released) {
      throw new IllegalStateException(
          "This connection has been returned. Use a connection only inside of its callback.");
    }
    if (scope != null) {
      scope.ensureUsable();
    }
  }

  /** Checks that the transaction may run another statement. */
  void ensureMayRun() {
    ensureUsable();
    owner.ensureMayRun(scope);
  }

  /** Makes the transaction rollback-only after a failure, as on every database. */
  void failed(SQLException failure) {
    if (!ofStatement) {
      owner.failed(scope, failure);
    }
  }

  /** Checks SQL before it runs. */
  void check(String sql) {
    ensureMayRun();
    owner.rejectTransactionCommands(sql);
    mayLeaveTransaction |= TransactionCommands.mayLeaveTransaction(sql);
  }

  private static InvalidArgumentException rejected(String call, String advice) {
    return new InvalidArgumentException(
        call + " is not allowed on a connection of the library. " + advice, FailureContext.NONE);
  }

  private static InvalidArgumentException controlsTransaction(String call) {
    return rejected(call, "Use transaction(...), which commits, rolls back and can be nested.");
  }

  private static InvalidArgumentException changesSession(String call) {
    return rejected(
        call,
        "Later users of the connection would get the setting. Set it for a transaction with"
            + " TransactionOptions, or for all connections with driverProperty(...).");
  }

  /** Rejected, unless the connection is shared: the library closes the connection. */
  @Override
  public void close() {
    if (ignoresClose) {
      return;
    }
    throw rejected(
        "close()",
        "The library closes it after the callback. Remove the call or the try-with-resources.");
  }

  @Override
  public boolean isClosed() throws SQLException {
    return released || (connection != null && connection.isClosed());
  }

  @Override
  public void abort(Executor executor) {
    throw rejected("abort(...)", "To cancel a statement, use queryTimeout or Statement.cancel().");
  }

  @Override
  public void commit() {
    throw controlsTransaction("commit()");
  }

  @Override
  public void rollback() {
    throw controlsTransaction("rollback()");
  }

  @Override
  public void rollback(Savepoint savepoint) {
    throw controlsTransaction("rollback(...)");
  }

  @Override
  public Savepoint setSavepoint() {
    throw controlsTransaction("setSavepoint()");
  }

  @Override
  public Savepoint setSavepoint(String name) {
    throw controlsTransaction("setSavepoint(...)");
  }

  @Override
  public void releaseSavepoint(Savepoint savepoint) {
    throw controlsTransaction("releaseSavepoint(...)");
  }

  /** In a transaction of the library, the mode is off, even if the driver's mode is on. */
  @Override
  public boolean getAutoCommit() throws SQLException {
    return scope == null && getDelegate().getAutoCommit();
  }

  /** Does nothing if the mode is the present one, as JDBC specifies. */
  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    if (autoCommit != getAutoCommit()) {
      throw controlsTransaction("setAutoCommit(" + autoCommit + ")");
    }
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    throw changesSession("setReadOnly(...)");
  }

  @Override
  public void setTransactionIsolation(int level) {
    throw changesSession("setTransactionIsolation(...)");
  }

  @Override
  public void setNetworkTimeout(Executor executor, int milliseconds) {
    throw changesSession("setNetworkTimeout(...)");
  }

  @Override
  public void setCatalog(String catalog) {
    throw changesSession("setCatalog(...)");
  }

  @Override
  public void setSchema(String schema) {
    throw changesSession("setSchema(...)");
  }

  @Override
  public void setHoldability(int holdability) {
    throw changesSession("setHoldability(...)");
  }

  @Override
  public void setTypeMap(Map<String, Class<?>> map) {
    throw changesSession("setTypeMap(...)");
  }

  @Override
  public void setClientInfo(String name, String value) {
    throw changesSession("setClientInfo(...)");
  }

  @Override
  public void setClientInfo(Properties properties) {
    throw changesSession("setClientInfo(...)");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : super.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || super.isWrapperFor(type);
  }

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    return GuardedCalls.on(this, DatabaseMetaData.class, super.getMetaData());
  }

  @Override
  public Statement createStatement() throws SQLException {
    return GuardedCalls.on(this, Statement.class, super.createStatement());
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return GuardedCalls.on(this, Statement.class, super.createStatement(type, concurrency));
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return GuardedCalls.on(
        this, Statement.class, super.createStatement(type, concurrency, holdability));
  }

  @FunctionalInterface
  private interface Preparation<S extends Statement> {
    S prepare(Connection connection) throws SQLException;
  }

  private <S extends Statement> S prepare(Class<S> type, String sql, Preparation<S> preparation)
      throws SQLException {
    check(sql);
    try {
      S statement = preparation.prepare(delegateFor(sql));
      return ofStatement && type == PreparedStatement.class
          ? type.cast(new GuardedStatement((PreparedStatement) statement, this))
          : GuardedCalls.on(this, type, statement);
    } catch (SQLException e) {
      failed(e);
      throw e;
    }
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return prepare(PreparedStatement.class, sql, on -> on.prepareStatement(sql));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return prepare(PreparedStatement.class, sql, on -> on.prepareStatement(sql, type, concurrency));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return prepare(
        PreparedStatement.class,
        sql,
        on -> on.prepareStatement(sql, type, concurrency, holdability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
    return prepare(PreparedStatement.class, sql, on -> on.prepareStatement(sql, generatedKeys));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
    return prepare(PreparedStatement.class, sql, on -> on.prepareStatement(sql, columns));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
    return prepare(PreparedStatement.class, sql, on -> on.prepareStatement(sql, columns));
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    return prepare(CallableStatement.class, sql, on -> on.prepareCall(sql));
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    return prepare(CallableStatement.class, sql, on -> on.prepareCall(sql, type, concurrency));
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return prepare(
        CallableStatement.class, sql, on -> on.prepareCall(sql, type, concurrency, holdability));
  }
}
