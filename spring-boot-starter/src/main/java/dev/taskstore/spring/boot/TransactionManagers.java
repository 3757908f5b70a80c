package dev.taskstore.spring.boot;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.TransactionManager;

/** The transaction managers of the application. */
final class TransactionManagers {

  private TransactionManagers() {}

  /**
   * Returns whether the application has transaction managers, but no {@link
   * TaskStoreTransactionManager}. Creates none of them: they may depend on the database.
   */
  static boolean areOfApplication(ListableBeanFactory beans) {
    return beans.getBeanNamesForType(TransactionManager.class, false, false).length > 0
        && beans.getBeanNamesForType(TaskStoreTransactionManager.class, false, false).length == 0;
  }
}
