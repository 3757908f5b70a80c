package dev.taskstore.spring.boot;

import dev.taskstore.dialect.tck.TckDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts applications on test databases. */
final class TestApplications {

  @EnableAutoConfiguration
  static class Application {}

  private TestApplications() {}

  /** Starts an application without a web server, whose store is on a database. */
  static ConfigurableApplicationContext start(
      TckDatabase database, Class<?> configuration, String... arguments) {
    return new SpringApplicationBuilder(Application.class, configuration)
        .web(WebApplicationType.NONE)
        .run(arguments(database, arguments));
  }

  /** Returns the arguments of an application whose store is on a database. */
  static String[] arguments(TckDatabase database, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.main.banner-mode=off");
    arguments.add("--logging.level.root=warn");
    arguments.add("--spring.datasource.url=" + database.url());
    if (database.user() != null) {
      arguments.add("--spring.datasource.username=" + database.user());
      arguments.add("--spring.datasource.password=" + database.password());
    }
    return arguments.toArray(String[]::new);
  }
}
