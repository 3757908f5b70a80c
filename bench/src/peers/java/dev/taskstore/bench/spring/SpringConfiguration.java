package dev.taskstore.bench.spring;

import dev.taskstore.bench.DatabaseKind;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The bean definitions. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(basePackageClasses = SpringTasks.class, enableDefaultTransactions = false)
public class SpringConfiguration extends AbstractJdbcConfiguration {

  private static final int FETCH_SIZE = 500;

  private final DatabaseKind kind;

  /** Creates the configuration for a kind of database. */
  public SpringConfiguration(DatabaseKind kind) {
    this.kind = kind;
  }

  /** Sets the fetch size, so that large results are read in chunks. */
  @Bean
  public NamedParameterJdbcOperations jdbcOperations(DataSource pool) {
    JdbcTemplate template = new JdbcTemplate(pool);
    template.setFetchSize(FETCH_SIZE);
    return new NamedParameterJdbcTemplate(template);
  }

  @Override
  public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
    return kind == DatabaseKind.SQLITE ? new SqliteDialect() : JdbcPostgresDialect.INSTANCE;
  }

  @Override
  protected List<?> userConverters() {
    return StoredConversions.of(kind);
  }

  @Override
  protected Set<Class<?>> getInitialEntitySet() {
    return Set.of(SpringTask.class);
  }
}
