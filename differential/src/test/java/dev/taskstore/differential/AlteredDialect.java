package dev.taskstore.differential;

import dev.taskstore.db.spi.BulkLoader;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.ConstraintInspector;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.db.spi.StatementTraits;
import dev.taskstore.db.spi.TextFunctions;
import dev.taskstore.db.spi.TextSearch;
import dev.taskstore.db.spi.TransactionControl;
import dev.taskstore.db.spi.ValueStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;

/** A dialect that delegates to another one; a mutant overrides the part that it breaks. */
class AlteredDialect implements Dialect {

  private final Dialect dialect;

  AlteredDialect(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public String name() {
    return dialect.name();
  }

  @Override
  public String systemName() {
    return dialect.systemName();
  }

  @Override
  public @Nullable String namespace(Connection connection) throws SQLException {
    return dialect.namespace(connection);
  }

  @Override
  public SQLDialect jooqDialect() {
    return dialect.jooqDialect();
  }

  @Override
  public FailureClassifier failures() {
    return dialect.failures();
  }

  @Override
  public Optional<ConstraintInspector> constraintInspector() {
    return dialect.constraintInspector();
  }

  @Override
  public Set<Capability> capabilities() {
    return dialect.capabilities();
  }

  @Override
  public void configure(Settings settings) {
    dialect.configure(settings);
  }

  @Override
  public ConnectionPools openPools(ConnectionSettings settings) throws SQLException {
    return dialect.openPools(settings);
  }

  @Override
  public Dialect verify(Connection connection) throws SQLException {
    dialect.verify(connection);
    return this;
  }

  @Override
  public TransactionControl transactions() {
    return dialect.transactions();
  }

  @Override
  public ValueStorage valueStorage() {
    return dialect.valueStorage();
  }

  @Override
  public TextSearch textSearch() {
    return dialect.textSearch();
  }

  @Override
  public TextFunctions textFunctions() {
    return dialect.textFunctions();
  }

  @Override
  public MigrationLock migrationLock(DataSource dataSource) {
    return dialect.migrationLock(dataSource);
  }

  @Override
  public Optional<BulkLoader> bulkLoader() {
    return dialect.bulkLoader();
  }

  @Override
  public Map<String, String> changelogParameters() {
    return dialect.changelogParameters();
  }

  /** Only the traits without which results are wrong, so that mutants run in the plainest way. */
  @Override
  public StatementTraits statementTraits() {
    StatementTraits traits = dialect.statementTraits();
    return new StatementTraits() {
      @Override
      public Field<?> sortedBeforehand(Field<?> field) {
        return traits.sortedBeforehand(field);
      }

      @Override
      public int maximumParameters() {
        return traits.maximumParameters();
      }
    };
  }
}
