package dev.taskstore.examples.web;

import dev.taskstore.spring.boot.DatabaseOptionsCustomizer;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and randomness, for the application and its store. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  SecureRandom random() {
    return new SecureRandom();
  }

  @Bean
  DatabaseOptionsCustomizer storeClock(Clock clock) {
    return options -> options.clock(clock);
  }
}
