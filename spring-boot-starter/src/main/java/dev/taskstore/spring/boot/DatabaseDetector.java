package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Opening a database migrates it: beans that use the data source are created later. */
final class DatabaseDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

  DatabaseDetector() {}

  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(Database.class);
  }
}
