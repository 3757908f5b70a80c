package dev.taskstore.examples.chatbot;

import java.nio.file.Path;
import java.util.List;

/** The command line of the program in a process of its own. */
final class ChatbotProcess {

  private ChatbotProcess() {}

  static List<String> arguments(Class<?> main, Path file) {
    return List.of(
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        main.getName(),
        "stdio",
        "--db",
        "jdbc:sqlite:" + file,
        "--user",
        "ada",
        "--create-user",
        "ada@example.com");
  }
}
