package dev.taskstore.examples.web.task;

import dev.taskstore.examples.web.page.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class TaskPages {

  @Bean
  @Order(10)
  NavigationEntry tasksNavigation() {
    return new NavigationEntry(TaskUrls.LIST, "Tasks");
  }
}
