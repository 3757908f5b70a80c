package dev.taskstore.examples.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A task manager for a team in the browser. */
@SpringBootApplication
public class WebApplication {

  /**
   * Starts the application.
   *
   * @param arguments settings of Spring Boot, such as {@code --server.port=9000}
   */
  public static void main(String[] arguments) {
    SpringApplication.run(WebApplication.class, arguments);
  }
}
