package dev.taskstore.db.internal.listener;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Configuration;
import org.jooq.ConnectionProvider;
import org.jooq.ConverterContext;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteType;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Routine;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The context that a listener receives for a statement of a repository. {@link #query()} is null,
 * because the SQL was rendered at the first call of the repository method.
 */
final class RepositoryExecuteContext implements ExecuteContext {

  private static final Query[] NO_QUERIES = {};
  private static final String[] NO_OUTPUT = {};
  private static final int UNKNOWN = -1;

  private final Configuration configuration;
  private final Connection connection;
  private final ExecuteType type;
  private final Instant creationTime;
  private final Map<Object, Object> data = new ConcurrentHashMap<>();
  private String sql;
  private @Nullable PreparedStatement statement;
  private @Nullable ResultSet resultSet;
  private @Nullable RuntimeException exception;
  private @Nullable SQLException sqlException;
  private @Nullable SQLWarning sqlWarning;
  private String[] serverOutput = NO_OUTPUT;
  private int skippedUpdateCounts;
  private int executions;
  private int rows = UNKNOWN;
  private int[] batchRows = {};

  RepositoryExecuteContext(
      Configuration configuration, Connection connection, ExecuteType type, String sql) {
    this.configuration = configuration;
    this.connection = connection;
    this.type = type;
    this.sql = sql;
    this.creationTime = configuration.clock().instant();
  }

  /** Counts an execution. */
  void executed() {
    executions++;
  }

  /** Sets how many rows each statement of a batch changed. */
  void batchRows(int[] counts) {
    batchRows = counts.clone();
  }

  @Override
  public ConverterContext converterContext() {
    return Internal.converterContext();
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public ExecuteType type() {
    return type;
  }

  @Override
  public @Nullable Query query() {
    return null;
  }

  @Override
  public BatchMode batchMode() {
    return type == ExecuteType.BATCH ? BatchMode.SINGLE : BatchMode.NONE;
  }

  @Override
  public Query[] batchQueries() {
    return NO_QUERIES;
  }

  @Override
  public @Nullable Routine<?> routine() {
    return null;
  }

  @Override
  public String sql() {
    return sql;
  }

  @Override
  public void sql(String text) {
    sql = text;
  }

  @Override
  public int skipUpdateCounts() {
    return skippedUpdateCounts;
  }

  @Override
  public void skipUpdateCounts(int skip) {
    skippedUpdateCounts = skip;
  }

  @Override
  public String[] batchSQL() {
    return new String[] {sql};
  }

  @Override
  public void connectionProvider(ConnectionProvider provider) {
    throw new UnsupportedOperationException(
        "A repository's statement runs on the connection of its transaction.");
  }

  @Override
  public @Nullable PreparedStatement statement() {
    return statement;
  }

  @Override
  public void statement(PreparedStatement prepared) {
    statement = prepared;
  }

  @Override
  public int statementExecutionCount() {
    return executions;
  }

  @Override
  public @Nullable ResultSet resultSet() {
    return resultSet;
  }

  @Override
  public void resultSet(ResultSet result) {
    resultSet = result;
  }

  @Override
  public int recordLevel() {
    return 0;
  }

  @Override
  public @Nullable Record record() {
    return null;
  }

  @Override
  public void record(Record record) {}

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void rows(int count) {
    rows = count;
  }

  @Override
  public int[] batchRows() {
    return batchRows.clone();
  }

  @Override
  public int resultLevel() {
    return 0;
  }

  @Override
  public @Nullable Result<?> result() {
    return null;
  }

  @Override
  public void result(Result<?> result) {}

  @Override
  public @Nullable RuntimeException exception() {
    return exception;
  }

  @Override
  public void exception(RuntimeException failure) {
    exception = failure;
  }

  @Override
  public @Nullable SQLException sqlException() {
    return sqlException;
  }

  @Override
  public void sqlException(SQLException failure) {
    sqlException = failure;
  }

  @Override
  public @Nullable SQLWarning sqlWarning() {
    return sqlWarning;
  }

  @Override
  public void sqlWarning(SQLWarning warning) {
    sqlWarning = warning;
  }

  @Override
  public String[] serverOutput() {
    return serverOutput.clone();
  }

  @Override
  public void serverOutput(String[] output) {
    serverOutput = output.clone();
  }

  @Override
  public Instant creationTime() {
    return creationTime;
  }

  @Override
  public Configuration configuration() {
    return configuration;
  }

  @Override
  public DSLContext dsl() {
    return configuration.dsl();
  }

  @Override
  public Settings settings() {
    return configuration.settings();
  }

  @Override
  public SQLDialect dialect() {
    return configuration.dialect();
  }

  @Override
  public SQLDialect family() {
    return configuration.family();
  }

  @Override
  public Map<Object, Object> data() {
    return data;
  }

  @Override
  public @Nullable Object data(Object key) {
    return data.get(key);
  }

  @Override
  public @Nullable Object data(Object key, Object value) {
    return data.put(key, value);
  }
}
