package dev.taskstore.db.internal.statement;

import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.replica.PositionCheck;
import dev.taskstore.db.internal.value.ElementBinder;
import dev.taskstore.db.internal.value.JdbcRowWriter;
import dev.taskstore.db.internal.value.RowBinder;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.RowMapper;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.RowPolicies;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.ExecuteType;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** The SQL of a statement, rendered once for a dialect, and the types of its parameters. */
public final class SqlTemplate {

  /** The number of rows of a batch. */
  private static final int BATCH_SIZE = 1_000;

  private final String sql;
  private final List<Codec<?, Object>> parameters;
  private final StatementRunner runner;
  private final boolean isConstant;
  private final @Nullable PrincipalParameters principal;

  /** The policies to which the principal is named, or null if there are none. */
  private final @Nullable RowPolicies policies;

  /** The text of a single execution: it names the principal to the policies, if there are any. */
  private final String singleText;

  private SqlTemplate(
      String sql,
      List<Codec<?, Object>> parameters,
      StatementRunner runner,
      boolean isConstant,
      @Nullable PrincipalParameters principal) {
    this.sql = sql;
    this.parameters = parameters;
    this.runner = runner;
    this.isConstant = isConstant;
    this.principal = principal;
    this.policies = principal == null ? null : runner.policies();
    this.singleText = policies == null ? sql : policies.setPrincipal() + "; " + sql;
  }

  /** Creates a template that is rendered once and used for many calls. */
  public static SqlTemplate constant(
      String sql, Collection<Param<?>> parameters, StatementRunner runner) {
    return new SqlTemplate(sql, types(parameters), runner, true, null);
  }

  /** Creates a template like {@link #constant} that runs in a scope, to which it must be bound. */
  static SqlTemplate scoped(
      String sql,
      Collection<Param<?>> parameters,
      StatementRunner runner,
      Predicate<Param<?>> isPrincipal) {
    List<Param<?>> others = parameters.stream().filter(isPrincipal.negate()).toList();
    return new SqlTemplate(
        sql, types(others), runner, true, PrincipalParameters.among(parameters, isPrincipal));
  }

  /** Creates a template that was rendered for a single use. */
  public static SqlTemplate once(
      String sql, Collection<Param<?>> parameters, StatementRunner runner) {
    return new SqlTemplate(sql, types(parameters), runner, false, null);
  }

  /** Returns the same statement for the principal of a scope. */
  SqlTemplate boundTo(ScopeBinding scope) {
    PrincipalParameters own = principal == null ? PrincipalParameters.none() : principal;
    return new SqlTemplate(sql, parameters, runner, isConstant, own.boundTo(scope));
  }

  /** Returns whether the principal of a scope is one of the parameters. */
  boolean hasPrincipal() {
    return principal != null && !principal.isEmpty();
  }

  /**
   * Checks that the scope of the statement is open.
   *
   * @throws IllegalStateException when it was closed
   */
  public void ensureOpen() {
    if (principal != null) {
      principal.open();
    }
  }

  private static List<Codec<?, Object>> types(Collection<Param<?>> parameters) {
    return parameters.stream()
        .filter(parameter -> !parameter.isInline())
        .<Codec<?, Object>>map(parameter -> Codec.of(parameter.getDataType()))
        .toList();
  }

  /** Prepares a statement of a single execution, which may name the principal in its text. */
  private RunningStatement prepare(Connection connection, ExecuteType type) throws SQLException {
    PositionCheck check = type == ExecuteType.READ ? runner.openPositionCheck() : null;
    if (check != null) {
      if (policies == null && !runner.hasListeners()) {
        return prepare(connection, type, check.before(sql)).checkedBy(check);
      }
      check.run(connection);
    }
    boolean begins =
        policies != null
            && connection.getAutoCommit()
            && !policies.runsInOneTransaction(connection, singleText);
    RunningStatement running = prepare(connection, type, singleText);
    if (policies != null) {
      running.namesPrincipal();
      if (begins || (running.isObserved() && connection.getAutoCommit())) {
        running.beginOn(connection);
      }
    }
    return running;
  }

  /** Prepares a text that ends with the statement. Only a constant text is worth a cache. */
  private RunningStatement prepare(Connection connection, ExecuteType type, String text)
      throws SQLException {
    return isConstant
        ? runner.prepare(connection, type, text, sql)
        : runner.prepareOnce(connection, type, text, sql);
  }

  /** Prepares a statement of several executions in a transaction. */
  private RunningStatement prepareMany(Connection connection, ExecuteType type)
      throws SQLException {
    namePrincipal(connection);
    return prepare(connection, type, sql);
  }

  /** Prepares a query and starts its timeout; the caller closes it. */
  public RunningStatement prepareOnce(Connection connection) throws SQLException {
    namePrincipal(connection);
    return runner.prepareOnce(connection, ExecuteType.READ, sql, sql);
  }

  /** Names the principal of the scope, if policies need it, for what the transaction does next. */
  public void namePrincipal(Connection connection) throws SQLException {
    if (policies != null && principal != null) {
      principal.name(connection, policies);
    }
  }

  private JdbcRowWriter writer(RunningStatement running) throws SQLException {
    if (principal == null) {
      return new JdbcRowWriter(running.statement(), storage());
    }
    return new JdbcRowWriter(
        running.statement(),
        storage(),
        running.isNamingPrincipal() ? principal.afterName() : principal);
  }

  /** Binds Java values to all parameters in the order of the text. */
  public RowBinder arguments(@Nullable Object... arguments) {
    ensureComplete(arguments.length);
    return row -> {
      for (int i = 0; i < arguments.length; i++) {
        parameters.get(i).writeParameter(row, arguments[i]);
      }
    };
  }

  /** Binds stored values to all parameters in the order of the text. */
  public RowBinder storedArguments(@Nullable Object... arguments) {
    ensureComplete(arguments.length);
    return row -> {
      for (int i = 0; i < arguments.length; i++) {
        parameters.get(i).writeStored(row, arguments[i]);
      }
    };
  }

  /** Binds stored values to the first parameters, and Java values to the others. */
  public RowBinder arguments(
      List<? extends @Nullable Object> stored, @Nullable Object... arguments) {
    int first = stored.size();
    ensureComplete(first + arguments.length);
    return row -> {
      for (int i = 0; i < first; i++) {
        parameters.get(i).writeStored(row, stored.get(i));
      }
      for (int i = 0; i < arguments.length; i++) {
        parameters.get(first + i).writeParameter(row, arguments[i]);
      }
    };
  }

  private void ensureComplete(int count) {
    if (count != parameters.size()) {
      throw new IllegalArgumentException(
          "The statement has " + parameters.size() + " parameters, not " + count + ".");
    }
  }

  /** Writes Java values to the first parameters. */
  public void writeFirst(RowWriter row, Collection<? extends @Nullable Object> values)
      throws SQLException {
    int parameter = 0;
    for (Object value : values) {
      parameters.get(parameter++).write(row, value);
    }
  }

  /** Runs a query and reads all rows. */
  public <T extends @Nullable Object> List<T> fetch(
      Connection connection, RowBinder binder, RowMapper<T> mapper) throws SQLException {
    return fetch(connection, ExecuteType.READ, binder, mapper);
  }

  private <T extends @Nullable Object> List<T> fetch(
      Connection connection, ExecuteType type, RowBinder binder, RowMapper<T> mapper)
      throws SQLException {
    try (RunningStatement running = prepare(connection, type)) {
      try (ResultSet resultSet = open(running, binder)) {
        RowReader row = new RowReader(resultSet, storage());
        List<T> result = new ArrayList<>();
        while (resultSet.next()) {
          result.add(mapper.map(row));
        }
        running.count(result.size());
        running.succeed();
        return result;
      } catch (SQLException e) {
        throw running.failed(e);
      }
    }
  }

  /** Runs a query and reads its only row, or returns null if there is none. */
  public <T> @Nullable T fetchOne(Connection connection, RowBinder binder, RowMapper<T> mapper)
      throws SQLException {
    try (RunningStatement running = prepare(connection, ExecuteType.READ)) {
      try (ResultSet resultSet = open(running, binder)) {
        T row = resultSet.next() ? mapper.map(new RowReader(resultSet, storage())) : null;
        running.count(row == null ? 0 : 1);
        running.succeed();
        return row;
      } catch (SQLException e) {
        throw running.failed(e);
      }
    }
  }

  /**
   * Runs a statement that changes at most one row and returns it. The result is read to its end,
   * because an embedded database commits and reports the outcome only then.
   */
  public <T> @Nullable T fetchChanged(Connection connection, RowBinder binder, RowMapper<T> mapper)
      throws SQLException {
    List<T> rows = fetch(connection, ExecuteType.WRITE, binder, mapper);
    return rows.isEmpty() ? null : rows.get(0);
  }

  /** Runs a statement and returns how many rows it changed. */
  public int execute(Connection connection, RowBinder binder) throws SQLException {
    try (RunningStatement running = prepare(connection, ExecuteType.WRITE)) {
      binder.bind(writer(running));
      int changed = running.update();
      running.succeed();
      return changed;
    }
  }

  /** Runs the statement for each element in batches, and returns how many rows each changed. */
  <E> int[] executeBatch(Connection connection, List<E> elements, ElementBinder<E> binder)
      throws SQLException {
    int[] counts = new int[elements.size()];
    int done = 0;
    try (RunningStatement running = prepareMany(connection, ExecuteType.BATCH)) {
      PreparedStatement statement = running.statement();
      JdbcRowWriter row = writer(running);
      for (Iterator<E> iterator = elements.iterator(); iterator.hasNext(); ) {
        int size = 0;
        while (iterator.hasNext() && size < BATCH_SIZE) {
          row.restart();
          binder.bind(iterator.next(), row);
          statement.addBatch();
          size++;
        }
        running.resume();
        System.arraycopy(running.batch(), 0, counts, done, size);
        done += size;
      }
      running.succeed();
    }
    return counts;
  }

  /** Runs the statement for each element separately; a failure contains the element's index. */
  <E> int[] executeEach(Connection connection, List<E> elements, ElementBinder<E> binder)
      throws SQLException {
    int[] counts = new int[elements.size()];
    try (RunningStatement running = prepareMany(connection, ExecuteType.WRITE)) {
      JdbcRowWriter row = writer(running);
      int done = 0;
      for (E element : elements) {
        row.restart();
        binder.bind(element, row);
        running.resume();
        try {
          counts[done] = running.update();
        } catch (SQLException e) {
          throw Failure.of(e).atRow(done).asException();
        }
        done++;
      }
      running.succeed();
    }
    return counts;
  }

  /** Inserts each element separately, and returns the generated identities. */
  public <E> long[] insertEach(
      Connection connection, List<E> elements, ElementBinder<E> binder, String identity)
      throws SQLException {
    namePrincipal(connection);
    long[] identities = new long[elements.size()];
    try (RunningStatement running =
        runner.prepareReturning(connection, ExecuteType.WRITE, sql, identity)) {
      PreparedStatement statement = running.statement();
      JdbcRowWriter row = writer(running);
      for (int i = 0; i < identities.length; i++) {
        row.restart();
        binder.bind(elements.get(i), row);
        running.resume();
        try {
          running.update();
        } catch (SQLException e) {
          throw Failure.of(e).atRow(i).asException();
        }
        readIdentities(statement, identities, i, 1);
      }
    }
    return identities;
  }

  /** Inserts the elements in batches, and returns the generated identities. */
  public <E> long[] insertBatch(
      Connection connection, List<E> elements, ElementBinder<E> binder, String identity)
      throws SQLException {
    namePrincipal(connection);
    long[] identities = new long[elements.size()];
    try (RunningStatement running =
        runner.prepareReturning(connection, ExecuteType.BATCH, sql, identity)) {
      PreparedStatement statement = running.statement();
      JdbcRowWriter row = writer(running);
      for (int from = 0; from < identities.length; from += BATCH_SIZE) {
        int size = Math.min(BATCH_SIZE, identities.length - from);
        for (E element : elements.subList(from, from + size)) {
          row.restart();
          binder.bind(element, row);
          statement.addBatch();
        }
        running.resume();
        running.batch();
        readIdentities(statement, identities, from, size);
      }
    }
    return identities;
  }

  private static void readIdentities(
      PreparedStatement statement, long[] identities, int from, int size) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      int read = 0;
      while (keys.next()) {
        if (read < size) {
          identities[from + read] = keys.getLong(1);
        }
        read++;
      }
      if (read != size) {
        throw new SQLException("The driver returned " + read + " generated keys of " + size);
      }
    }
  }

  /** Binds arguments and reads rows while the caller moves the result; the caller closes both. */
  public ResultSet open(RunningStatement running, RowBinder binder) throws SQLException {
    binder.bind(writer(running));
    return running.query();
  }

  public ValueStorage storage() {
    return runner.storage();
  }
}
