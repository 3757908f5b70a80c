package dev.taskstore.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** How a child process speaks to its parent: in whole lines, of which a torn one can be told. */
final class ProcessVoice {

  private static final String BEGIN = "> ";
  private static final String END = " .";

  private ProcessVoice() {}

  /** Says a sentence; it has left the process when this returns. */
  static void say(String sentence) {
    PrintStream output = System.out;
    byte[] line = (BEGIN + sentence + END + "\n").getBytes(StandardCharsets.UTF_8);
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

  /** Lets the process end with its parent, however that ends. */
  static void endWithParent() {
    Thread guard =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  Thread.onSpinWait();
                }
              } catch (IOException e) {
                say("The parent cannot be heard: " + e);
              }
              Runtime.getRuntime().halt(1);
            },
            "guard");
    guard.setDaemon(true);
    guard.start();
  }
}
