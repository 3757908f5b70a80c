package dev.taskstore.examples.web;

import dev.taskstore.TaskStore;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean(destroyMethod = "close")
  TaskStore taskStore(
      Clock clock,
      @Value("${taskstore.url}") String url,
      @Value("${taskstore.user:}") String user,
      @Value("${taskstore.password:}") String password) {
    TaskStore.Builder builder = TaskStore.builder().url(url).clock(clock);
    if (!user.isEmpty()) {
      builder.credentials(user, password);
    }
    return builder.open();
  }
}
