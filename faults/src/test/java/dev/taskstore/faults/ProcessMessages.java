package dev.taskstore.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends messages from a child process to its parent, as lines that show whether they are complete.
 */
final class ProcessMessages {

  private static final String BEGIN = "> ";
  private static final String END = " .";

  private ProcessMessages() {}

  /** Sends a message. The output is flushed when this method returns. */
  static void send(String message) {
    PrintStream output = System.out;
    byte[] line = (BEGIN + message + END + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (output) {
      output.write(line, 0, line.length);
      output.flush();
    }
  }

  static boolean isComplete(String line) {
    return line.startsWith(BEGIN) && line.endsWith(END);
  }

  static String withoutMarks(String line) {
    return line.substring(BEGIN.length(), line.length() - END.length());
  }

  /** Halts the process when its parent ends for any reason. */
  static void endWithParent() {
    Thread guard =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                send("Cannot read from the parent: " + e);
              }
              Runtime.getRuntime().halt(1);
            },
            "guard");
    guard.setDaemon(true);
    guard.start();
  }
}
