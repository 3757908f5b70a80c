package dev.taskstore.examples.chatbot;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar. */
final class ChatbotVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Chatbot.class.getPackage().getImplementationVersion();
    return new String[] {"chatbot " + Objects.requireNonNullElse(version, "development")};
  }
}
