package dev.taskstore.spring.boot;

import dev.taskstore.TagRepository;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStore;
import dev.taskstore.UserRepository;
import dev.taskstore.db.Database;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of a store, which is that of this configuration or of the application. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TaskStore.class)
@ConditionalOnBean(TaskStore.class)
class StorePartsConfiguration {

  @Bean(destroyMethod = "")
  @ConditionalOnMissingBean
  Database taskStoreDatabase(TaskStore store) {
    return store.database();
  }

  @Bean
  @ConditionalOnMissingBean
  UserRepository taskStoreUsers(TaskStore store) {
    return store.users();
  }

  @Bean
  @ConditionalOnMissingBean
  TaskRepository taskStoreTasks(TaskStore store) {
    return store.tasks();
  }

  @Bean
  @ConditionalOnMissingBean
  TagRepository taskStoreTags(TaskStore store) {
    return store.tags();
  }
}
