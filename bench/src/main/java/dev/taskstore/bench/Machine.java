package dev.taskstore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Describes the machine of the measurements. */
public final class Machine {

  private static final Path CPU_INFORMATION = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Returns the processors and the operating system. */
  public static String describe() {
    return Runtime.getRuntime().availableProcessors()
        + " processors ("
        + processor()
        + "), "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  /** Returns the virtual machine and its version. */
  public static String java() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
  }

  private static String processor() {
    if (!Files.isReadable(CPU_INFORMATION)) {
      return "model unknown";
    }
    try (Stream<String> lines = Files.lines(CPU_INFORMATION, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("model unknown");
    } catch (IOException e) {
      return "model unknown";
    }
  }
}
