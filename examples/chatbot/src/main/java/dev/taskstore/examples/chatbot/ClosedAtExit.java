package dev.taskstore.examples.chatbot;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what is registered, the last first, at the end of a block or when the virtual machine
 * ends, for example by SIGTERM. If both happen at the same time, the virtual machine waits: nothing
 * but this may close a registered resource.
 */
final class ClosedAtExit implements AutoCloseable {

  private final Deque<AutoCloseable> resources = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeAll, "close at exit");

  ClosedAtExit() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  synchronized <T extends AutoCloseable> T register(T resource) {
    resources.push(resource);
    return resource;
  }

  private synchronized void closeAll() {
    while (!resources.isEmpty()) {
      try {
        resources.pop().close();
      } catch (Exception e) {
        System.err.println("chatbot: not closed: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The virtual machine is ending, and the hook has nothing left to close.
    }
  }
}
