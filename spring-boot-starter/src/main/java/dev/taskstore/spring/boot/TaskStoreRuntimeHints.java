package dev.taskstore.spring.boot;

import java.sql.CallableStatement;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What the library finds by name at run time. */
final class TaskStoreRuntimeHints implements RuntimeHintsRegistrar {

  TaskStoreRuntimeHints() {}

  @Override
  public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
    hints.resources().registerPattern("dev/taskstore/core/change-log/*");
    hints.resources().registerPattern("db/change-log/*");
    hints.resources().registerPattern("META-INF/services/dev.taskstore.db.spi.DialectProvider");
    hints.resources().registerPattern("dev/taskstore/spring/boot/tested-versions.properties");
    for (Class<?> type :
        List.of(
            Statement.class,
            PreparedStatement.class,
            CallableStatement.class,
            ResultSet.class,
            DatabaseMetaData.class)) {
      hints.proxies().registerJdkProxy(type);
    }
  }
}
